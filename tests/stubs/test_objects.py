"""Every object and every exception of the interface can be built from its type alone, and keeps what it was given."""

import copy
import dataclasses
import pickle
from ipaddress import IPv4Address
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stubs.kinds import dataclasses_of_the_interface, objects
from virtapi.exceptions import InstanceNotFound, VirtDriverError
from virtapi.objects.boot import BootPlan, ConfigDrive, InjectedFile, RebuildPlan
from virtapi.objects.connection import FileConnection, IscsiConnection, IscsiPath, LocalBlockConnection
from virtapi.objects.instance import Instance
from virtapi.objects.processor import AddressSpace, HostAddressSpace
from virtapi.units import InstanceUuid, LogicalUnit, SecretId
from virtapi.values import FieldError, InvalidValue, Secret

HUSH = "hush-7f3a"
A_PATH = IscsiPath(portal=IPv4Address("192.0.2.7"), target="iqn.2026-01.test:1", lun=LogicalUnit(1))


EVERY = list(dataclasses_of_the_interface())
OBJECTS = objects()
EXCEPTIONS = [each for each in EVERY if issubclass(each, VirtDriverError)]


def holds(kind: object, wanted: type) -> bool:
    return kind is wanted or any(holds(each, wanted) for each in get_args(kind))


@pytest.mark.parametrize("kind", OBJECTS, ids=lambda kind: kind.__name__)
def test_an_object_survives_hashing_pickling_and_copying(kind: type[Any]) -> None:
    @settings(max_examples=10)
    @given(st.builds(kind))
    def survives(made: Any) -> None:
        for other in (
            pickle.loads(pickle.dumps(made)),
            copy.copy(made),
            copy.deepcopy(made),
            dataclasses.replace(made),
        ):
            assert other == made
            assert hash(other) == hash(made)

    survives()


def test_an_object_equals_only_one_of_its_class_and_is_shown_as_it_is_made() -> None:
    assert LocalBlockConnection(path="/a") == LocalBlockConnection(path="/a") != LocalBlockConnection(path="/b")
    assert LocalBlockConnection(path="/a") != FileConnection(path="/a")
    assert HostAddressSpace() == HostAddressSpace() != AddressSpace()
    assert repr(FileConnection(path="/a")) == "FileConnection(path='/a')"
    with pytest.raises(dataclasses.FrozenInstanceError):
        FileConnection(path="/a").path = "/b"  # type: ignore[misc]


@pytest.mark.parametrize("kind", EXCEPTIONS, ids=lambda kind: kind.__name__)
def test_an_exception_survives_being_raised_pickled_and_copied(kind: type[VirtDriverError]) -> None:
    @settings(max_examples=10)
    @given(st.builds(kind))
    def survives(made: VirtDriverError) -> None:
        try:
            raise made
        except VirtDriverError as error:
            error.add_note("seen")
            error.__traceback__ = None
        for other in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
            assert type(other) is kind
            assert (str(other), other.__notes__) == (str(made), ["seen"])
            for each in dataclasses.fields(kind):
                assert getattr(other, each.name) == getattr(made, each.name)

    survives()


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_everything_is_made_by_keyword_and_frozen(kind: type[Any]) -> None:
    assert all(each.kw_only for each in dataclasses.fields(kind))
    frozen = kind.__dataclass_params__.frozen and "__slots__" in vars(kind)
    assert frozen or kind.__setattr__ is FieldError.__setattr__


@pytest.mark.parametrize(
    "kind", [kind for kind in EXCEPTIONS if "MESSAGE" in vars(kind)], ids=lambda kind: kind.__name__
)
def test_a_message_names_only_fields(kind: type[VirtDriverError]) -> None:
    fields = {each.name: f"<{each.name}>" for each in dataclasses.fields(kind)}
    assert kind.MESSAGE.format_map(fields)


def test_an_exceptions_fields_cannot_change() -> None:
    @given(st.builds(InstanceNotFound))
    @settings(max_examples=1)
    def refuses(error: Any) -> None:
        with pytest.raises(AttributeError, match=r"InstanceNotFound\.instance cannot be changed"):
            error.instance = None
        with pytest.raises(AttributeError, match=r"InstanceNotFound\.instance cannot be deleted"):
            del error.instance

    refuses()


def test_every_number_has_a_unit() -> None:
    assert [
        f"{kind.__name__}.{name}"
        for kind in EVERY
        for name, hint in get_type_hints(kind).items()
        if holds(hint, int) or holds(hint, float)
    ] == []


def test_a_driver_may_let_out_a_plain_subclass_of_its_own() -> None:
    class Gone(InstanceNotFound):
        pass

    error = Gone(instance=InstanceUuid(UUID(int=1)), details="it was here")
    error.add_note("seen")
    assert str(error) == "instance 00000000-0000-0000-0000-000000000001 is not on this host: it was here"
    assert str(copy.copy(error)) == str(error)


@pytest.mark.parametrize("options", [{"frozen": True, "kw_only": True, "eq": False}, {"frozen": True}, {}])
def test_a_subclass_of_an_exception_that_is_a_dataclass_is_refused_with_what_to_do(options: dict[str, bool]) -> None:
    class Gone(InstanceNotFound):
        pass

    with pytest.raises(TypeError, match="Gone is an exception: write it as a plain class, without @dataclass"):
        dataclasses.dataclass(**options)(Gone)  # type: ignore[call-overload]


SECRETIVE = [
    (kind, name)
    for kind in EVERY
    for name, hint in get_type_hints(kind).items()
    if get_origin(hint) is not type and holds(hint, Secret)
]


@pytest.mark.parametrize(("kind", "name"), SECRETIVE)
def test_a_secret_is_in_no_text(kind: type[Any], name: str) -> None:
    mapping = get_type_hints(kind)[name] not in (Secret, Secret | None)
    secret: Any = {"key": Secret(HUSH)} if mapping else Secret(HUSH)
    wrong: Any = {"key": HUSH} if mapping else HUSH

    @settings(max_examples=1)
    @given(st.builds(kind, **{name: st.just(secret)}), st.data())
    def silent(made: Any, data: st.DataObject) -> None:
        assert HUSH not in f"{made} {made!r} {dataclasses.asdict(made)}"
        with pytest.raises(InvalidValue) as caught:
            data.draw(st.builds(kind, **{name: st.just(wrong)}))
        assert HUSH not in f"{caught.value} {caught.value!r}"

    silent()


def test_what_may_hold_secrets_is_in_no_text() -> None:
    content = HUSH.encode()

    @settings(max_examples=1)
    @given(st.builds(Instance, user_data=st.just(content)))
    def silent(instance: Instance) -> None:
        plan = BootPlan(
            files=[InjectedFile(path="/a", content=content)],
            config_drive=ConfigDrive(files=[InjectedFile(path="/b", content=content)]),
        )
        assert HUSH not in f"{instance} {plan}"

    silent()


def test_what_is_given_for_an_object_that_holds_a_secret_is_not_shown() -> None:
    wrong: Any = {"user": "u", "password": HUSH}
    with pytest.raises(InvalidValue) as caught:
        IscsiConnection(paths=[A_PATH], login=wrong)
    assert str(caught.value) == (
        "IscsiConnection.login is a dict that is not shown: expected a ChapCredentials or None"
    )
    with pytest.raises(InvalidValue) as caught:
        RebuildPlan(boot=wrong)
    assert HUSH not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, each.name) for kind in EVERY for each in dataclasses.fields(kind) if not each.repr]
)
def test_what_repr_does_not_show_no_error_shows(kind: type[Any], name: str) -> None:
    @settings(max_examples=1)
    @given(st.builds(kind))
    def silent(made: Any) -> None:
        with pytest.raises(InvalidValue) as caught:
            dataclasses.replace(made, **{name: HUSH})
        assert HUSH not in f"{caught.value} {caught.value!r}"
        assert str(caught.value).startswith(f"{kind.__name__}.{name} is a str that is not shown: expected ")

    silent()
    wrong: Any = [{"path": "/a", "content": HUSH}]
    with pytest.raises(InvalidValue) as caught:
        BootPlan(files=wrong)
    assert HUSH not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize("name", ["password", "key", "secret", "token", "passphrase"])
def test_what_sounds_secret_is_typed_so(name: str) -> None:
    plain = [
        f"{kind.__name__}.{field}"
        for kind in EVERY
        for field, hint in get_type_hints(kind).items()
        if name in field.split("_") and not holds(hint, Secret) and not holds(hint, SecretId)
    ]
    assert plain == []
