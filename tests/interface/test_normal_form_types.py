"""A type that is only respelled is equal, and one that is not is not."""

import pytest

from tests.compare.texts import told
from tests.interface.spelled import KNOWN, type_of

SAME_TYPE = [
    ("Optional[int]", "int | None"),
    ("Optional[int]", "Union[int, None]"),
    ("Optional[int]", "None | int"),
    ("Optional[Union[int, str]]", "str | int | None"),
    ("Union[int, Union[str, bytes]]", "int | str | bytes"),
    ("Union[int, int]", "int"),
    ("Union[int]", "int"),
    ("int | (str | int)", "int | str"),
    ("List[int]", "list[int]"),
    ("typing.List[int]", "list[int]"),
    ("Dict[str, List[int]]", "dict[str, list[int]]"),
    ("List", "list"),
    ("Tuple[int, ...]", "tuple[int, ...]"),
    ("typing.Type[Image]", "type[Image]"),
    ("typing.Sequence[int]", "Sequence[int]"),
    ("typing.Callable[[int], str]", "collections.abc.Callable[[int], str]"),
    ("typing.Callable[..., str]", "Callable[..., str]"),
    ("typing.AbstractSet[int]", "collections.abc.Set[int]"),
    ("typing.DefaultDict[str, int]", "collections.defaultdict[str, int]"),
    ('"int"', "int"),
    ('"Image | None"', "Optional[Image]"),
    ('list["Image"]', "list[Image]"),
    ('"list[Image]"', "list[Image]"),
    ('Optional["Image"]', "Image | None"),
    ("Annotated[int, 'anything']", "int"),
    ("list[Annotated[int, 'anything']]", "list[int]"),
    ("typing.Annotated[Optional[int], 'a', 'b']", "int | None"),
    ("Name", "str"),
    ("list[Name]", "list[str]"),
    ("Ident", "int | str"),
    ("Optional[Ident]", "int | str | None"),
    ("_Hidden", "dict[str, str]"),
    ("Literal['a', 'b']", 'Literal["b", "a"]'),
    ("Literal['a', 'b']", "Literal['a'] | Literal['b']"),
    ("Literal[1, 2]", "typing.Literal[2, 1, 1]"),
    ("Optional[Literal['a']]", "Literal['a', None]"),
    ("Literal[Literal['a'], 'b']", "Literal['a', 'b']"),
    ("Literal['a, b', 'c']", "Literal['c'] | Literal['a, b']"),
    ("tuple[()]", "Tuple[()]"),
    ("typing.Any", "Any"),
    ("None", "'None'"),
    ("Literal['a | b', '[c']", "Literal['[c'] | Literal['a | b']"),
    (r"Literal['it\'s', 'b']", r"""Literal['b'] | Literal["it's"]"""),
    ("Callable[['Image'], None]", "Callable[[Image], None]"),
    ("dict[str, Literal['b', 'a']]", "dict[str, Literal['a', 'b']]"),
    ("tuple[int, *tuple[str, ...]]", "Tuple[int, Unpack[Tuple[str, ...]]]"),
    ("typing.Text", "str"),
]


@pytest.mark.parametrize(("one", "other"), SAME_TYPE)
def test_a_type_that_is_only_respelled_is_equal(one: str, other: str) -> None:
    assert type_of(one).normal == type_of(other).normal
    assert told(f"{KNOWN}def f(x: {one}) -> {one}: ...", f"{KNOWN}def f(x: {other}) -> {other}: ...") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("int", "int | None"),
        ("int", "str"),
        ("list[int]", "list[str]"),
        ("list[int]", "tuple[int]"),
        ("tuple[int]", "tuple[int, ...]"),
        ("Callable[[int], str]", "Callable[[int, int], str]"),
        ("Callable[[int, str], None]", "Callable[[int], None]"),
        ("Literal['a']", "Literal['a', 'b']"),
        ("Literal[1]", "Literal['1']"),
        ("Literal[1]", "Literal[True]"),
        ("Literal['a, b']", "Literal['a', 'b']"),
        ("Literal['None']", "Literal[None]"),
        ("Literal['Image']", "Image"),
        ("Image", "Volume"),
        ("MiB", "int"),
        ("Sequence[int]", "list[int]"),
        ("type[Image]", "Image"),
        ("list[int | str]", "list[int] | list[str]"),
        ("Json", "object"),
    ],
)
def test_another_type_is_not_equal(one: str, other: str) -> None:
    assert type_of(one).normal != type_of(other).normal


def test_what_annotated_adds_is_kept_apart() -> None:
    found = type_of("Annotated[int, Since('2026.2', essential=False), 'more than one']")
    assert found.normal == "int"
    assert found.metadata == ("virtapi.contract.Since('2026.2', essential=False)", "'more than one'")


def test_an_alias_keeps_its_name_for_messages_and_names_what_it_stands_for() -> None:
    found = type_of("list[Ident]")
    assert (found.text, found.normal) == ("list[Ident]", "list[int | str]")


def test_a_type_mentions_every_class_in_it() -> None:
    assert type_of("dict[str, Optional['Image']] | Volume").names == {"dict", "str", "pkg.Image", "pkg.Volume"} | (
        type_of("Optional[int]").names - {"int"}
    )


def test_a_recursive_alias_ends() -> None:
    assert "pkg.Json" in type_of("Json").names


def test_aliases_of_each_other_end() -> None:
    text = "Left = Union[int, 'Right']\nRight = Union[str, 'Left']\ndef f(x: Left, y: Right) -> None: ...\n"
    assert told(text, text) == []


def test_an_alias_of_itself_ends() -> None:
    text = "Self: TypeAlias = 'Self'\nOther = Other\ndef f(x: Self, y: Other) -> None: ...\n"
    assert told(text, text) == []
