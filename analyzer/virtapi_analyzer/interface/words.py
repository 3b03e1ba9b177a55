"""The words of the contract, as they stand on an element: decorators, and what `Annotated` adds."""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence

from virtapi_analyzer.model.contract import NOTHING_DECLARED, Contract, Role, Superseded

VOCABULARY = "virtapi.contract."
DEPRECATED = frozenset({"warnings.deprecated", "typing.deprecated"})

Resolve = Callable[[str], str]
"""The public path that a dotted name means where the element stands."""


def path_of_decorator(decorator: ast.expr, resolve: Resolve) -> str:
    """The dotted path of a decorator, called or not."""
    return resolve(ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator))


def contract_of(decorators: Sequence[ast.expr], resolve: Resolve, metadata: Sequence[str] = ()) -> Contract:
    """What decorators and metadata declare; every other decorator is passed over."""
    if not decorators and not metadata:
        return NOTHING_DECLARED
    words = dict(_words(decorators, resolve))
    return Contract(
        role=Role.DRIVER if "driver_interface" in words else Role.HOST if "host_interface" in words else None,
        capability=next(iter(_paths(words.get("capability"), resolve)), None),
        raises=tuple(_paths(words["raises"], resolve)) if "raises" in words else None,
        concurrent="concurrent" in words,
        since=_text(words.get("since")) or _since(metadata),
        superseded=_superseded(words.get("superseded")) or _superseded_by(metadata),
        deprecated=_text(words.get("deprecated")),
        experimental="experimental" in words,
        open="open_enum" in words or "open_base" in words,
        implicit="implicit" in words,
        body_of=_text(words.get("default_for")) or _text(words.get("fallback_for")),
    )


def members_of(decorators: Sequence[ast.expr], resolve: Resolve) -> Mapping[str, Contract]:
    """What `since_members` and `superseded_members` on an enum declare of its members, by their names."""
    words = dict(_words(decorators, resolve))
    since = {k.arg: _literal(k.value) for k in _keywords(words.get("since_members")) if k.arg}
    superseded = {k.arg: _superseded(k.value) for k in _keywords(words.get("superseded_members")) if k.arg}
    return {
        name: Contract(since=str(since[name]) if name in since else None, superseded=superseded.get(name))
        for name in since.keys() | superseded.keys()
    }


def _words(decorators: Sequence[ast.expr], resolve: Resolve) -> Iterator[tuple[str, ast.expr]]:
    for decorator in decorators:
        path = path_of_decorator(decorator, resolve)
        if path.startswith(VOCABULARY):
            yield path.removeprefix(VOCABULARY), decorator
        elif path in DEPRECATED:
            yield "deprecated", decorator


def _paths(call: ast.expr | None, resolve: Resolve) -> Iterator[str]:
    for argument in call.args if isinstance(call, ast.Call) else ():
        yield resolve(ast.unparse(argument))


def _keywords(call: ast.expr | None) -> Sequence[ast.keyword]:
    return call.keywords if isinstance(call, ast.Call) else ()


def _text(call: ast.expr | None) -> str | None:
    """The first argument, where it is a text; anything else as it is written."""
    if not isinstance(call, ast.Call) or not call.args:
        return None
    found = _literal(call.args[0])
    return found if isinstance(found, str) else ast.unparse(call.args[0])


def _literal(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def _superseded(call: ast.expr | None) -> Superseded | None:
    if not isinstance(call, ast.Call):
        return None
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    by, since = (_literal(keywords[name]) if name in keywords else None for name in ("by", "since"))
    written = isinstance(keywords.get("by"), ast.Name | ast.Attribute)
    successor = by if isinstance(by, str) else ast.unparse(keywords["by"]) if written else None
    return Superseded(by=successor, since=since if isinstance(since, str) else "")


def _since(metadata: Sequence[str]) -> str | None:
    return next((_text(call) for call in _calls(metadata, "Since")), None)


def _superseded_by(metadata: Sequence[str]) -> Superseded | None:
    return next((_superseded(call) for call in _calls(metadata, "Superseded")), None)


def _calls(metadata: Sequence[str], word: str) -> Iterator[ast.Call]:
    for text in metadata:
        if text.startswith(f"{VOCABULARY}{word}("):
            node = ast.parse(text, mode="eval").body
            if isinstance(node, ast.Call):
                yield node
