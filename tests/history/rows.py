"""The rows of the record: what changed, and whom it broke."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_RENAMED = re.compile(r"(?P<place>.*?)(?P<old>\w+) *-> *(?P<new>[\w.]+)(?P<rest>.*)")
_FIRST_FORM = re.compile(r"(method|param|capability)-(added|removed|renamed|reordered|default)(-.*)?|default-.*")


@dataclass(frozen=True, slots=True)
class Name:
    """What a row calls its symbol or its parameter; `new` where it was renamed."""

    old: str
    new: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One recorded change. `symbol` holds dotted paths, `file` the module of the host that the record points to.

    `appeared` and `vanished` say that the symbol was only on the new or only on the old side. `failure` is how those
    failed whom it broke.
    """

    pair: tuple[str, str]
    kind: str
    symbol: Name
    module: str
    parameters: tuple[Name, ...] = ()
    appeared: bool = False
    vanished: bool = False
    breaks_implementer: bool = False
    breaks_caller: bool = False
    failure: str = "none"

    @property
    def text_only(self) -> bool:
        """Whether no code changed that a caller or an implementer could tell."""
        return self.kind.startswith("docstring") or self.kind == "body-changed"

    @property
    def first_form(self) -> bool:
        """Whether it is about methods, parameters, defaults or capability flags."""
        return _FIRST_FORM.fullmatch(self.kind) is not None

    @property
    def label(self) -> str:
        """The row, for people: without the module, with its parameters."""
        symbol = _inside(self.symbol.old, self.module)
        if self.symbol.new:
            symbol += f" → {_inside(self.symbol.new, self.module)}"
        parameters = ", ".join(f"{name.old} → {name.new}" if name.new else name.old for name in self.parameters)
        return f"{symbol}({parameters})" if parameters else symbol


def read_rows(lines: Iterable[str]) -> tuple[Row, ...]:
    """The rows of a record, one JSON object a line."""
    return tuple(_row(json.loads(line)) for line in lines if line.strip())


def _row(fact: dict[str, Any]) -> Row:
    module = fact["file"].removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    symbol = _name(fact["symbol"])
    return Row(
        pair=(fact["from_tag"], fact["to_tag"]),
        kind=fact["kind"],
        symbol=Name(f"{module}.{symbol.old}", f"{module}.{symbol.new}" if symbol.new else None),
        module=module,
        parameters=tuple(_name(each.partition("=")[0].strip(" *")) for each in fact.get("params", ())),
        appeared=fact["before"] is None and fact["after"] is not None,
        vanished=fact["before"] is not None and fact["after"] is None,
        breaks_implementer=fact["breaks_implementer"],
        breaks_caller=fact["breaks_caller"],
        failure=fact["failure_mode"],
    )


def _name(written: str) -> Name:
    """`a`, `C.a -> b`, `C.a -> C.b` or `C.flags[a -> b]`."""
    match = _RENAMED.fullmatch(written)
    if match is None:
        return Name(written)
    place, old, new, rest = match["place"], match["old"], match["new"], match["rest"]
    return Name(f"{place}{old}{rest}", f"{new}{rest}" if "." in new else f"{place}{new}{rest}")


def _inside(path: str, module: str) -> str:
    return path.removeprefix(f"{module}.")
