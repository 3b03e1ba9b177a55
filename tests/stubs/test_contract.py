"""What is declared beside a signature can be read back, and stands only where it was put."""

import importlib
import inspect
import pkgutil
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import deprecated

from virtapi import capabilities, driver, exceptions, host
from virtapi.ability import Ability, declared_capabilities
from virtapi.contract import (
    Declared,
    Role,
    Superseded,
    capability,
    concurrent,
    declared,
    default_for,
    driver_interface,
    experimental,
    fallback_for,
    host_interface,
    implicit,
    open_base,
    open_enum,
    raises,
    requires,
    since,
    since_members,
    superseded,
    superseded_members,
)
from virtapi.exceptions import InstanceNotFound, VirtDriverError
from virtapi.flags import Capability

FLAGS = Path(exceptions.__file__).with_name("flags.pyi")


def test_every_word_on_a_class_can_be_read_back() -> None:
    @driver_interface
    @capability(Capability.PAUSE)
    @since("2026.2")
    @superseded(by="Other", since="2027.1")
    @experimental
    @open_base
    class Example:
        pass

    @host_interface
    class Service:
        pass

    assert declared(Example) == Declared(
        role=Role.DRIVER,
        capability=Capability.PAUSE,
        since="2026.2",
        superseded=Superseded(by="Other", since="2027.1"),
        experimental=True,
        open_base=True,
    )
    assert declared(Service) == Declared(role=Role.HOST)


def test_every_word_on_an_enum_can_be_read_back() -> None:
    @open_enum
    @since_members(NEW="2026.2")
    @superseded_members(OLD=Superseded(by="NEW", since="2026.2"))
    @requires(NEW=("OLD",))
    class Kind(Enum):
        OLD = "old"
        NEW = "new"

    found = declared(Kind)
    assert found.open_enum
    assert found.since_members == {"NEW": "2026.2"}
    assert found.superseded_members == {"OLD": Superseded(by="NEW", since="2026.2")}
    assert found.requires == {"NEW": ("OLD",)}
    assert [member.name for member in Kind] == ["OLD", "NEW"]


def test_every_word_on_a_method_can_be_read_back_whatever_stands_above_it() -> None:
    class Example(ABC):
        @abstractmethod
        @raises(InstanceNotFound)
        @concurrent
        @since("2026.2")
        @superseded(by=None, since="2027.1")
        @experimental
        def method(self) -> None: ...

        @property
        @abstractmethod
        @raises()
        def prop(self) -> int: ...

        @classmethod
        @raises(VirtDriverError)
        def of_class(cls) -> None:
            return None

        @staticmethod
        @raises(VirtDriverError)
        def static() -> None:
            return None

    assert declared(Example.method) == Declared(
        raises=(InstanceNotFound,),
        concurrent=True,
        since="2026.2",
        superseded=Superseded(by=None, since="2027.1"),
        experimental=True,
    )
    assert declared(vars(Example)["prop"]).raises == ()
    assert declared(vars(Example)["of_class"]).raises == declared(Example.of_class).raises == (VirtDriverError,)
    assert declared(vars(Example)["static"]).raises == declared(Example.static).raises == (VirtDriverError,)
    assert Example.__abstractmethods__ == {"method", "prop"}


def test_a_word_can_be_read_below_the_mark_that_type_checkers_report() -> None:
    @deprecated("use new")
    @superseded(by="new", since="2026.2")
    def old() -> None: ...

    assert declared(old).superseded == Superseded(by="new", since="2026.2")


def test_an_exception_that_every_method_may_let_out_says_so_itself() -> None:
    @implicit
    class Down(VirtDriverError):
        pass

    class Further(Down):
        pass

    assert declared(Down) == Declared(implicit=True)
    assert declared(Further) == Declared()


def test_a_body_names_its_method() -> None:
    @default_for("A.b")
    def one() -> None: ...

    @fallback_for("A.c")
    def two() -> None: ...

    assert declared(one).default_for == "A.b"
    assert declared(two).fallback_for == "A.c"


def test_nothing_is_inherited() -> None:
    @driver_interface
    @open_base
    class Base:
        @raises(InstanceNotFound)
        def method(self) -> None: ...

    class Derived(Base):
        def method(self) -> None: ...

    assert declared(Derived) == declared(Derived.method) == Declared()


def test_what_declares_nothing_is_told_apart_from_what_declares_no_exception() -> None:
    @raises()
    def nothing_else() -> None: ...

    assert declared(nothing_else).raises == ()
    assert declared(test_nothing_is_inherited).raises is None


def test_a_word_above_a_property_is_refused() -> None:
    def getter(self: object) -> int:
        return 1

    above: Any = property(getter)
    with pytest.raises(TypeError, match="raises stands on a property: put it directly above the function"):
        raises(InstanceNotFound)(above)


def test_a_member_that_is_not_there_is_refused() -> None:
    class Kind(Enum):
        OLD = "old"

    for word in (
        since_members(NEW="1"),
        superseded_members(NEW=Superseded(by=None, since="1")),
        requires(OLD=("NEW",)),
    ):
        with pytest.raises(TypeError, match="Kind has no member NEW"):
            word(Kind)


def interfaces() -> Iterator[type]:
    for module in (driver, capabilities, host):
        for each in vars(module).values():
            if isinstance(each, type) and each.__module__.startswith(module.__name__):
                yield each


def methods(of: type) -> dict[str, Any]:
    return {
        name: each
        for name, each in vars(of).items()
        if inspect.isfunction(each) and (not name.startswith("_") or getattr(each, "__isabstractmethod__", False))
    }


@pytest.mark.parametrize("interface", list(interfaces()), ids=lambda each: each.__name__)
def test_every_interface_says_who_implements_it_and_what_its_methods_let_out(interface: type) -> None:
    assert declared(interface).role is not None
    for name, method in methods(interface).items():
        if interface is not host.Call and name != "__init__":
            assert declared(method).raises is not None, name
            parameters = list(inspect.signature(method).parameters)
            assert name in ("capabilities", "offers") or parameters[1] == "call", name


def test_every_exception_is_one_that_some_method_lets_out_or_a_base_of_one() -> None:
    let_out = {
        error for each in interfaces() for method in methods(each).values() for error in declared(method).raises or ()
    }
    let_out |= {exceptions.HypervisorUnavailable, exceptions.DriverFailure}
    named = {base for error in let_out for base in error.__mro__}
    assert [name for name in exceptions.__all__ if getattr(exceptions, name) not in named] == []


def test_every_ability_has_a_flag_of_its_own() -> None:
    abilities = [each for each in interfaces() if issubclass(each, Ability)]
    flags = [declared(each).capability for each in abilities]
    assert None not in flags
    assert len(set(flags)) == len(flags)
    assert all(each.__bases__ == (Ability,) for each in abilities)


def test_a_flag_names_its_class_or_says_that_it_has_none() -> None:
    texts = dict(
        re.findall(r'^    ([A-Z0-9_]+) = "[^"]+"\n    """(.+?)"""', FLAGS.read_text(), re.MULTILINE | re.DOTALL)
    )
    assert list(texts) == [flag.name for flag in Capability]
    abilities = {declared(each).capability: each.__name__ for each in interfaces() if issubclass(each, Ability)}
    for flag in Capability:
        named = f"`virtapi.capabilities.{abilities[flag]}`." if flag in abilities else "Without methods of its own."
        assert " ".join(texts[flag.name].split()).endswith(named), flag


def test_what_a_flag_requires_requires_nothing_of_it_in_turn() -> None:
    for flag in Capability:
        assert all(flag not in needed.requires for needed in flag.requires), flag


def test_all_abilities_can_be_imported_from_one_place() -> None:
    modules = pkgutil.iter_modules(capabilities.__path__, f"{capabilities.__name__}.")
    names = [name for found in modules for name in importlib.import_module(found.name).__all__]
    assert sorted(names) == capabilities.__all__


def test_what_drivers_implement_has_names_of_its_own() -> None:
    names = [name for each in interfaces() if declared(each).role is Role.DRIVER for name in methods(each)]
    assert sorted(set(names)) == sorted(names)


def test_what_a_driver_declares_is_its_abilities_and_its_flags() -> None:
    class Example(driver.ComputeDriver, capabilities.Pausable):
        FLAGS = frozenset({Capability.SECURE_BOOT})

    assert declared_capabilities(Example) == {Capability.PAUSE, Capability.SECURE_BOOT}
    assert Example.declared_capability() is Capability.PAUSE
    with pytest.raises(TypeError, match="Ability declares no capability"):
        Ability.declared_capability()
