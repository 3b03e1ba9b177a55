"""A driver that inherits both classes has one method for the two, whatever each of them promises.

Asked of the methods, properties and class variables of all classes that drivers implement, where neither class derives
from the other.

## What to do instead

Name what the method is about in its name: `attach_volume`, `attach_interface`.
"""

from collections.abc import Iterator

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Attribute, Class, ClassMember, Function, Property
from virtapi_analyzer.model.fault import Fault
from virtapi_analyzer.model.pair import is_private
from virtapi_analyzer.model.part import Whole, is_special
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule


@interface_rule(
    summary="Two classes that a driver may both inherit have a method of the same name.",
    examples=(
        Wrong(
            source=(
                "@driver_interface\nclass VolumeAttachable:\n    def attach(self, volume: str, /) -> None: ...\n"
                "@driver_interface\nclass InterfaceAttachable:\n    def attach(self, vif: str, /) -> None: ..."
            ),
            at=("VolumeAttachable.attach",),
            right=(
                "@driver_interface\nclass VolumeAttachable:\n    def attach_volume(self, volume: str, /) -> None: ...\n"
                "@driver_interface\nclass InterfaceAttachable:\n    def attach_vif(self, vif: str, /) -> None: ..."
            ),
        ),
        Wrong(
            source=(
                "@driver_interface\nclass VolumeAttachable:\n    KINDS: ClassVar[frozenset[str]]\n"
                "@driver_interface\nclass ShareMountable:\n    KINDS: ClassVar[frozenset[str]]\n"
            ),
            at=("VolumeAttachable.KINDS",),
            right=(
                "@driver_interface\nclass VolumeAttachable:\n    CONNECTIONS: ClassVar[frozenset[str]]\n"
                "@driver_interface\nclass ShareMountable:\n    EXPORTS: ClassVar[frozenset[str]]\n"
            ),
        ),
        Right(
            source=(
                "@driver_interface\nclass Base:\n    def start(self) -> None: ...\n"
                "@driver_interface\nclass Driver(Base):\n    def start(self) -> None: ...\n"
                "@host_interface\nclass Host:\n    def start(self) -> None: ..."
            ),
            because="An override is the same method, and the host's classes are not inherited by drivers.",
        ),
    ),
)
def method_name_shared(part: Whole) -> Iterator[Fault]:
    seen = dict[str, list[Class]]()
    for path, kind in sorted(part.interface.classes.items()):
        if part.roles.get(path) is not Role.DRIVER:
            continue
        for name, element in _own(kind):
            for other in seen.setdefault(name, []):
                if other.path not in kind.mro and kind.path not in other.mro:
                    message = f"`{name}` is a member of `{kind.name}` and of `{other.name}`"
                    yield Fault(element=element, path=element.path, message=message)
            seen[name].append(kind)


def _own(kind: Class) -> Iterator[tuple[str, ClassMember]]:
    for name, member in kind.members.items():
        shared = isinstance(member.element, Attribute) and member.element.class_variable
        own = member.owner == kind.path and (shared or isinstance(member.element, Function | Property))
        if own and not (is_private(name) or is_special(name)):
            yield name, member.element
