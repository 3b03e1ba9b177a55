"""Edits of classes of values: their fields, items and keys."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tests.properties.descriptions import (
    Data,
    Field,
)
from tests.properties.edit import Edit, part, whole
from tests.properties.harm import (
    ALL,
    CONSUMER,
    NOBODY,
    PERHAPS,
    PRODUCER,
    Harm,
)


def of_dataclass(data: Data) -> Iterator[Edit]:
    """Edits of a dataclass."""
    plain = replace(
        data, kind="NamedTuple", options=frozenset(), fields=tuple(replace(f, keyword_only=False) for f in data.fields)
    )
    if _in_order(plain.fields):
        yield whole("dataclass made a NamedTuple", data, plain, ALL)
    frozen = "frozen=True"
    yield whole("frozen or no longer", data, replace(data, options=data.options ^ {frozen}), ALL)
    if "order=True" in data.options:
        yield whole("order removed", data, replace(data, options=data.options - {"order=True"}), CONSUMER)
    required, optional = Field("fresh"), Field("fresh", default="1")
    yield from _with_fields("required field added", data, (required, *data.fields), PRODUCER, "fresh")
    yield from _with_fields("optional field added", data, (*data.fields, optional), NOBODY, "fresh")
    yield from _with_fields(
        "keyword-only field added", data, (*data.fields, replace(optional, keyword_only=True)), NOBODY, "fresh"
    )
    if data.fields and not data.fields[0].keyword_only:
        yield from _with_fields("field inserted", data, (optional, *data.fields), PRODUCER, "fresh")
    yield from _of_fields(data)
    for index, each in enumerate(data.fields):
        if not each.keyword_only:
            fields = _at(data.fields, index, replace(each, keyword_only=True))
            yield from _with_fields("field made keyword-only", data, fields, PRODUCER, each.name)


def _of_fields(data: Data) -> Iterator[Edit]:
    for index, each in enumerate(data.fields):
        if len(data.fields) > 1:
            yield from _with_fields("field removed", data, _at(data.fields, index, None), ALL, each.name)
        renamed = replace(each, name=f"{each.name}_v2")
        yield from _with_fields("field renamed", data, _at(data.fields, index, renamed), ALL, each.name)
        if each.default is not None:
            fields = _at(data.fields, index, replace(each, default=None))
            yield from _with_fields("field default removed", data, fields, PRODUCER, each.name)
            fields = _at(data.fields, index, replace(each, default=f"1{each.default}"))
            yield from _with_fields("field default changed", data, fields, Harm(producer=PERHAPS), each.name)
    for index, (first, second) in enumerate(pairwise(data.fields)):
        if not (first.keyword_only or second.keyword_only):
            fields = (*data.fields[:index], second, first, *data.fields[index + 2 :])
            yield from _with_fields("fields reordered", data, fields, ALL, "")


def of_named_tuple(data: Data) -> Iterator[Edit]:
    """Edits of a NamedTuple."""
    required, optional = Field("fresh"), Field("fresh", default="1")
    yield from _with_fields("required item added", data, (required, *data.fields), ALL, "fresh")
    yield from _with_fields("optional item added", data, (*data.fields, optional), CONSUMER, "fresh")
    yield from _of_fields(data)


def _with_fields(kind: str, data: Data, fields: tuple[Field, ...], harm: Harm, name: str) -> Iterator[Edit]:
    """The edit, unless Python refuses fields in this order. A dataclass's fields count as one element."""
    if _in_order(fields):
        yield whole(
            kind, data, replace(data, fields=fields), harm, at=f".{name}" if name else "", consequences=(data.name,)
        )


def _in_order(fields: Sequence[Field]) -> bool:
    line = [each.default is not None for each in fields if not each.keyword_only]
    return line == sorted(line)


def _at(fields: tuple[Field, ...], index: int, new: Field | None) -> tuple[Field, ...]:
    return (*fields[:index], *([new] if new is not None else []), *fields[index + 1 :])


def of_typed_dict(data: Data) -> Iterator[Edit]:
    """Edits of a TypedDict."""
    yield part("required key added", data, "fresh", Field("fresh"), PRODUCER)
    yield part("optional key added", data, "fresh", Field("fresh", optional=True), NOBODY)
    for each in data.fields:
        yield part("key removed", data, each.name, None, ALL)
        yield part("key renamed", data, each.name, replace(each, name=f"{each.name}_v2"), ALL)
        if each.optional:
            yield part("key made required", data, each.name, replace(each, optional=False), PRODUCER)
        else:
            yield part("key made optional", data, each.name, replace(each, optional=True), CONSUMER)
