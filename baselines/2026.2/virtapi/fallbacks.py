"""The transitions that are under way: what stands in for a method, or a field, in the release that supersedes it.

A method that turns out insufficient lives through three releases: in the first it is abstract; in the second it is
superseded, and its successor stands beside it; in the third it is gone. In the second either may be implemented and
either may be called, because each falls back on the other through a function of this module.

A fallback takes what its method takes, with the driver first, lets out only what its method declares, and keeps the
state that it promises. A converter makes the value of a field of that of the other. `virtapi runtime` makes the
produced method, or field, call it. When the cycle is over the old method and both functions are deleted together, so
this module is the whole list of transitions under way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from virtapi.contract import fallback_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from virtapi.capabilities.volumes import VolumeAttachable
    from virtapi.host import Call
    from virtapi.objects.boot import EvacuatedDisks
    from virtapi.objects.instance import Instance
    from virtapi.objects.volume import VolumeAttachment

__all__ = ["attach_volume", "attach_volumes", "disks", "keep_disks"]


@fallback_for("VolumeAttachable.attach_volumes")
def attach_volumes(
    driver: VolumeAttachable, call: Call, instance: Instance, attachments: Sequence[VolumeAttachment], /
) -> None:
    """Attach one after the other, and take away again those that the guest has got where one fails."""
    from virtapi._undoing import Undoing

    attached: list[VolumeAttachment] = []
    try:
        for each in attachments:
            driver.attach_volume(call, instance, each)  # pyright: ignore[reportDeprecated] - it is what there is
            attached.append(each)
    except BaseException as error:
        for each in reversed(attached):
            try:
                driver.detach_volume(Undoing(call), instance, each)
            except Exception as why:  # it is the first failure that the host has to know
                error.add_note(f"volume {each.volume} is attached still: {why}")
        raise


@fallback_for("VolumeAttachable.attach_volume")
def attach_volume(driver: VolumeAttachable, call: Call, instance: Instance, attachment: VolumeAttachment, /) -> None:
    """Attach several, of which there is one."""
    driver.attach_volumes(call, instance, (attachment,))


@fallback_for("EvacuationPlan.disks")
def disks(keep_disks: bool, /) -> EvacuatedDisks:
    """What becomes of the disks, where it was said whether they are kept."""
    from virtapi.objects.boot import EvacuatedDisks

    return EvacuatedDisks.KEPT if keep_disks else EvacuatedDisks.MADE_ANEW


@fallback_for("EvacuationPlan.keep_disks")
def keep_disks(disks: EvacuatedDisks, /) -> bool:
    """Whether the disks are kept."""
    from virtapi.objects.boot import EvacuatedDisks

    return disks is EvacuatedDisks.KEPT
