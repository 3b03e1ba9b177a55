"""The transitions that are under way: what stands in for a method, or a field, in the release that supersedes it.

A method that turns out insufficient lives through three releases: in the first it is abstract; in the second it is
superseded, and its successor stands beside it; in the third it is gone. In the second either may be implemented and
either may be called, because each falls back on the other through a function of this module:

    @fallback_for("VolumeAttachable.attach_volumes")
    def attach_volumes(driver: VolumeAttachable, call: Call, instance: Instance, attachments: …, /) -> None:
        for attachment in attachments:
            driver.attach_volume(call, instance, attachment)

    @fallback_for("VolumeAttachable.attach_volume")
    def attach_volume(driver: VolumeAttachable, call: Call, instance: Instance, attachment: …, /) -> None:
        driver.attach_volumes(call, instance, [attachment])

A fallback takes what its method takes, with the driver first, lets out only what its method declares, and keeps the
state that it promises. `virtapi runtime` makes the produced method call it. When the cycle is over the old method and
both functions are deleted together, so this module is the whole list of transitions under way. There is none.
"""

from __future__ import annotations

__all__: list[str] = []
