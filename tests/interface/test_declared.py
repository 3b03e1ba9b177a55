"""Who implements a class, which keys are flags, and what the words of the contract say, as they are read from source."""

import pytest

from tests.compare.texts import read
from tests.interface.elements import SOURCE, attributes, method, the_class
from virtapi_analyzer.model.contract import Contract, Role, Superseded
from virtapi_analyzer.model.element import (
    AttributeKind,
)


def test_a_role_is_declared_on_a_class_and_holds_for_its_bases() -> None:
    text = "class Base: ...\n@driver_interface\nclass A(Base): ...\n@host_interface\nclass Host(Base): ...\nclass Sub(A): ...\nclass Other: ...\n"
    assert read(text).roles == {
        "pkg.Base": {Role.DRIVER, Role.HOST}, "pkg.A": {Role.DRIVER}, "pkg.Host": {Role.HOST}, "pkg.Sub": set(),
        "pkg.Other": set(),
    }  # fmt: skip


def test_a_role_may_be_given_by_a_pattern_over_paths() -> None:
    text = {
        "__init__.pyi": "",
        "virt/__init__.pyi": "",
        "virt/driver.pyi": "class Base: ...\nclass A(Base): ...\nclass Host: ...\n",
    }
    roles = read(text, driver_interfaces=("pkg.*.A",), host_interfaces=("*Host",)).roles
    assert roles == {
        "pkg.virt.driver.Base": {Role.DRIVER},
        "pkg.virt.driver.A": {Role.DRIVER},
        "pkg.virt.driver.Host": {Role.HOST},
    }


def test_the_keys_of_a_dict_in_a_class_are_flags() -> None:
    found = attributes({"__init__.py": SOURCE}, flags=("pkg.A.capabilities",))
    flags = {name: each.text for name, each in found.items() if each.kind is AttributeKind.FLAG}
    assert flags == {"capabilities[has_x]": "'has_x': True", "capabilities[y]": "'y': None"}


def test_the_keys_of_a_dict_in_a_module_are_flags() -> None:
    found = read({"__init__.py": "FLAGS = {'a': 1, **{}, 'b': x}\n"}, flags=("pkg.FLAGS",)).modules["pkg"].names
    assert list(found) == ["FLAGS[a]", "FLAGS[b]", "FLAGS"]
    assert found["FLAGS[a]"].element.path == "pkg.FLAGS[a]"


WORDS = {
    "@raises(ValueError, KeyError)": Contract(raises=("ValueError", "KeyError")),
    "@raises()": Contract(raises=()),
    "@raises(Lost)": Contract(raises=("pkg.Lost",)),
    "@concurrent": Contract(concurrent=True),
    "@since('2026.10')": Contract(since="2026.10"),
    "@experimental": Contract(experimental=True),
    "@deprecated('Use g.')": Contract(deprecated="Use g."),
    "@superseded(by='g', since='2026.10')": Contract(superseded=Superseded(by="g", since="2026.10")),
    "@superseded(by=None, since='2026.1')": Contract(superseded=Superseded(by=None, since="2026.1")),
    "@final": Contract(),
}


@pytest.mark.parametrize(("word", "contract"), WORDS.items(), ids=WORDS)
def test_a_word_on_a_method_is_read(word: str, contract: Contract) -> None:
    text = f"class Lost(Exception): ...\nclass A:\n    {word}\n    def f(self) -> None: ...\n"
    assert method(text).contract == contract


def test_words_are_read_through_their_module_and_under_other_names() -> None:
    text = "import virtapi.contract as words\nfrom virtapi import contract\nfrom virtapi.contract import since as from_release\nclass A:\n    @words.concurrent\n    @contract.raises()\n    @from_release('2026.2')\n    def f(self) -> None: ...\n"
    assert method({"__init__.pyi": text}).contract == Contract(concurrent=True, raises=(), since="2026.2")


def test_a_word_of_another_package_is_none() -> None:
    assert (
        method(
            {"__init__.pyi": "from other import since\nclass A:\n    @since('1')\n    def f(self) -> None: ...\n"}
        ).contract
        == Contract()
    )


def test_words_on_classes_and_enums_are_read() -> None:
    text = "@driver_interface\n@capability(Flags.X)\n@open_base\nclass A: ...\nclass Flags(Enum):\n    X = 1\n"
    assert the_class(text).contract == Contract(role=Role.DRIVER, capability="pkg.Flags.X", flag="1", open=True)
    assert the_class("from virtapi.contract import implicit\n@implicit\nclass A(Exception): ...").contract == Contract(
        implicit=True
    )
    enum = "@open_enum\n@since_members(NEW='2026.10')\n@superseded_members(OLD=Superseded(by='NEW', since='2026.10'))\nclass A(Enum):\n    OLD = 1\n    NEW = 2\n    KEPT = 3\n"
    assert the_class(enum).contract == Contract(open=True)
    assert {name: each.contract for name, each in attributes(enum).items()} == {
        "OLD": Contract(superseded=Superseded(by="NEW", since="2026.10")),
        "NEW": Contract(since="2026.10"),
        "KEPT": Contract(),
    }


@pytest.mark.parametrize("quoted", [False, True])
def test_words_in_annotated_are_read(quoted: bool) -> None:
    since, superseded = (
        "Annotated[int, Since('2026.10', essential=False)]",
        "Annotated[int, Superseded(by='a', since='2026.10')]",
    )
    spelled = [f'"{text}"' if quoted else text for text in (since, superseded)]
    found = attributes(f"@dataclass\nclass A:\n    a: {spelled[0]} = 1\n    b: {spelled[1]} = 1\n")
    assert found["a"].contract == Contract(since="2026.10")
    assert found["b"].contract == Contract(superseded=Superseded(by="a", since="2026.10"))


def test_words_in_annotated_are_read_on_parameters_and_on_keys() -> None:
    marked = "Annotated[int, Superseded(by='y', since='2026.10')]"
    gone = Contract(superseded=Superseded(by="y", since="2026.10"))
    parameters = method(f"class A:\n    def f(self, x: {marked}, y: int) -> None: ...\n").signature.parameters
    assert [parameter.contract for parameter in parameters] == [gone, Contract()]
    for keys in (f"class A(TypedDict):\n    x: {marked}\n", f"A = TypedDict('A', {{'x': {marked}}})\n"):
        assert attributes(keys)["x"].contract == gone
    for kind in ("ClassVar", "Final"):
        assert attributes(f"class A:\n    x: {kind}[{marked}] = 1\n")["x"].contract == gone


def test_the_words_change_no_type() -> None:
    plain, marked = (
        attributes(f"class A:\n    x: {text}\n")["x"].type for text in ("int", "Annotated[int, Since('2026.10')]")
    )
    assert plain is not None and marked is not None
    assert plain.normal == marked.normal


@pytest.mark.parametrize(
    ("members", "flag"),
    [
        ("X = 'x'", "'x'"),
        ("OLD = 'x'\n    X = OLD", "'x'"),
        ("OLD = auto()\n    X = OLD", "pkg.Flags.OLD"),
        ("X = auto()", "pkg.Flags.X"),
        ("X = X", "pkg.Flags.X"),
        ("Y = 1", "pkg.Flags.X"),
    ],
)
def test_all_names_of_a_flag_are_one_flag(members: str, flag: str) -> None:
    contract = the_class(f"class Flags(Enum):\n    {members}\n@capability(Flags.X)\nclass A: ...\n").contract
    assert (contract.capability, contract.flag) == ("pkg.Flags.X", flag)


def test_an_overload_set_is_deprecated_where_each_of_its_forms_is() -> None:
    form, word = "    @overload\n    def f(self, x: {}) -> None: ...\n", "    @deprecated('Use g.')\n"
    for first, second, text in (("", "", None), (word, "", None), ("", word, None), (word, word, "Use g.")):
        found = method(f"class A:\n{first}{form.format('int')}{second}{form.format('str')}")
        assert found.contract.deprecated == text
