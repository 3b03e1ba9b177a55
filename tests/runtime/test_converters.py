"""The two fields of a transition: what is produced of them, and what is refused."""

import pytest

from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.runtime import produce

HEAD = "from dataclasses import dataclass\nfrom typing import Annotated\nfrom p.contract import Superseded\n"
OLD = 'old: Annotated[int, Superseded(by="new", since="2.1")] = converted()'
NEW = "new: int = converted()"
TO_NEW = '@fallback_for("A.new")\ndef new(value, /):\n    return value\n'
TO_OLD = '@fallback_for("A.old")\ndef old(value, /):\n    return value\n'


def produced(fields: list[str], fallbacks: str = TO_NEW + TO_OLD) -> str:
    body = "".join(f"    {each}\n" for each in fields)
    stub = (
        f"{HEAD}from p.values import converted\n\n@dataclass(frozen=True, slots=True, kw_only=True)\nclass A:\n{body}"
    )
    return produce({"a.pyi": stub, "fallbacks.py": fallbacks}, package="p")["a.py"]


def test_the_superseded_field_names_its_successor_and_both_converters() -> None:
    text = produced([NEW, OLD])
    assert '] = converted("new", fallbacks.new, fallbacks.old)\n' in text
    assert "    new: int = converted()\n" in text
    assert "from p import fallbacks\n" in text


def test_the_default_of_the_successor_stands_where_neither_is_given() -> None:
    assert "    new: int = converted(default=7)\n" in produced(["new: int = converted(default=7)", OLD])


@pytest.mark.parametrize(
    ("fields", "fallbacks", "said"),
    [
        ([NEW, OLD], TO_NEW, r'A\.old cannot be made of new: write a function .* @fallback_for\("A\.old"\)'),
        ([NEW, OLD], TO_OLD, r'A\.new cannot be made of old: write a function .* @fallback_for\("A\.new"\)'),
        ([NEW], "", r"A\.new supersedes nothing, nor is it superseded: give it a default"),
        (
            [NEW, OLD.replace("converted()", "converted(default=7)")],
            TO_NEW + TO_OLD,
            r"A\.old is superseded: give the default to its successor",
        ),
        (["new: int", OLD], TO_NEW + TO_OLD, r"A\.old supersedes nothing"),
    ],
)
def test_a_pair_that_is_not_whole_is_refused(fields: list[str], fallbacks: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        produced(fields, fallbacks)
