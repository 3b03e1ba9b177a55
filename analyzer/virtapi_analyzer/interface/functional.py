"""Classes that are made by a call, `Point = NamedTuple("Point", [("x", int)])`, written as the classes that they are.

What is not literal in such a call stays what it is, the value of a constant: nothing is executed.
"""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence

Member = tuple[str, ast.expr | None, ast.expr | None, ast.expr]
"""A name in the body, its type, its value, and where it stands."""
Made = tuple[list[ast.expr], list[ast.keyword], list[Member]]
"""The bases, the keywords and the members of a class."""


def write_as_classes(module: ast.Module) -> None:
    """Replace, in place, each assignment of such a call by the class, and each base that is such a call by its own."""
    makers = dict(_makers(module.body))
    if makers:
        _rewrite(module.body, makers)


def _rewrite(body: list[ast.stmt], makers: Mapping[str, str]) -> None:
    for index, node in enumerate(body):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
                if (made := _made(call, makers)) is not None:
                    body[index] = _class(name, made, node, docstring=body[index + 1 : index + 2])
            case ast.ClassDef(bases=[ast.Call() as call, *others]):
                if (made := _made(call, makers)) is not None and not _annotates(node):
                    node.bases = [*made[0], *others]
                    behind = 1 if ast.get_docstring(node) is not None else 0
                    node.body[behind:behind] = list(_statements(made[2]))
                _rewrite(node.body, makers)
            case ast.ClassDef():
                _rewrite(node.body, makers)
            case ast.If():
                _rewrite(node.body, makers)
                _rewrite(node.orelse, makers)
            case ast.Try():
                for part in (node.body, *(handler.body for handler in node.handlers), node.orelse, node.finalbody):
                    _rewrite(part, makers)


def _annotates(node: ast.ClassDef) -> bool:
    """Whether a class annotates attributes, which would become fields."""
    return any(isinstance(statement, ast.AnnAssign) for statement in node.body)


def _class(name: str, made: Made, node: ast.Assign, docstring: Sequence[ast.stmt]) -> ast.ClassDef:
    """The class in the place of the assignment; the text behind it is its docstring."""
    bases, keywords, members = made
    (template,) = ast.parse(f"class {name}: ...").body
    assert isinstance(template, ast.ClassDef)
    template.bases, template.keywords = bases, keywords
    described = [each for each in docstring if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)]
    template.body = [*described, *_statements(members)] or [ast.Pass()]
    return ast.fix_missing_locations(ast.copy_location(template, node))


def _statements(members: Sequence[Member]) -> Iterator[ast.stmt]:
    for name, type_, value, place in members:
        target = ast.Name(id=name, ctx=ast.Store())
        if type_ is not None:
            made: ast.stmt = ast.AnnAssign(target=target, annotation=type_, value=value, simple=1)
        else:
            assert value is not None
            made = ast.Assign(targets=[target], value=value)
        yield ast.fix_missing_locations(ast.copy_location(made, place))


def _named_tuple(call: ast.Call) -> Made | None:
    """`NamedTuple("Point", [("x", int), ("y", int)])`."""
    match call:
        case ast.Call(args=[_, ast.List(elts=fields) | ast.Tuple(elts=fields)], keywords=[]):
            pairs = [_pair(field) for field in fields]
            members = [(pair[0], pair[1], None, pair[1]) for pair in pairs if pair is not None]
            return ([call.func], [], list(members)) if len(members) == len(fields) else None
        case _:
            return None


def _untyped_tuple(call: ast.Call) -> Made | None:
    """`namedtuple("Point", "x y", defaults=[0])`: nobody knows the types."""
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if len(call.args) != 2 or not keywords.keys() <= {"defaults", "module"}:
        return None
    names, given = _names(call.args[1]), keywords.get("defaults", ast.List([]))
    if names is None or not isinstance(given, ast.List | ast.Tuple) or len(given.elts) > len(names):
        return None
    defaults = [*[None] * (len(names) - len(given.elts)), *given.elts]
    members = [
        (name, _dotted("typing.Any"), value, place) for (name, place), value in zip(names, defaults, strict=True)
    ]
    return [_dotted("typing.NamedTuple")], [], list(members)


def _typed_dict(call: ast.Call) -> Made | None:
    """`TypedDict("Options", {"force": bool}, total=False)`."""
    match call:
        case ast.Call(args=[_, ast.Dict(keys=keys, values=values)]):
            names = [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
            if len(names) != len(keys):
                return None
            members: list[Member] = [(name, v, None, v) for name, v in zip(names, values, strict=True)]
            return [call.func], call.keywords, members
        case _:
            return None


OPTIONS = frozenset({"module", "qualname", "type", "start", "boundary"})
"""What the call of an enum may be given by name beside its members."""


def _enum(call: ast.Call) -> Made | None:
    """`Enum("Color", "RED GREEN", start=1)`, with a list of names or of pairs, or with a dict."""
    keywords = {str(keyword.arg): keyword.value for keyword in call.keywords}
    given = call.args[1] if len(call.args) == 2 else keywords.pop("names", None)
    if given is None or len(call.args) > 2 or not keywords.keys() <= OPTIONS:
        return None
    members = _valued(given) or _counted(given, keywords.get("start"))
    if members is None:
        return None
    boundary = [keyword for keyword in call.keywords if keyword.arg == "boundary"]
    return [*([keywords["type"]] if "type" in keywords else []), call.func], boundary, members


def _valued(given: ast.expr) -> list[Member] | None:
    """The members of which each has its value beside it."""
    match given:
        case ast.Dict(keys=keys, values=values):
            pairs = [_pair(ast.Tuple([k, v])) if k is not None else None for k, v in zip(keys, values, strict=True)]
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            pairs = [_pair(element) for element in elements]
        case _:
            return None
    return [(pair[0], None, pair[1], pair[1]) for pair in pairs if pair is not None] if None not in pairs else None


def _counted(given: ast.expr, start: ast.expr | None) -> list[Member] | None:
    """The members of which names alone are given."""
    names = _names(given)
    if names is None or (start is not None and not isinstance(start, ast.Constant)):
        return None
    values = [start or _dotted("auto()"), *(_dotted("auto()") for _ in names)]  # the others count on from the first
    return [(name, None, value, place) for (name, place), value in zip(names, values, strict=False)]


def _pair(node: ast.expr) -> tuple[str, ast.expr] | None:
    match node:
        case ast.Tuple(elts=[ast.Constant(value=str() as name), value]):
            return name, value
        case ast.List(elts=[ast.Constant(value=str() as name), value]):
            return name, value
        case _:
            return None


def _names(node: ast.expr) -> list[tuple[str, ast.expr]] | None:
    """Names in one text or in a list, each with its place."""
    match node:
        case ast.Constant(value=str() as text):
            return [(name, node) for name in text.replace(",", " ").split()]
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            found = [(e.value, e) for e in elements if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            return list(found) if len(found) == len(elements) else None
        case _:
            return None


def _dotted(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


KINDS: Mapping[str, Callable[[ast.Call], Made | None]] = {
    "NamedTuple": _named_tuple,
    "namedtuple": _untyped_tuple,
    "TypedDict": _typed_dict,
    "enum": _enum,
}
ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "ReprEnum", "Flag", "IntFlag"})
MODULES = {
    "typing": {"NamedTuple", "TypedDict"},
    "typing_extensions": {"NamedTuple", "TypedDict"},
    "collections": {"namedtuple"},
    "enum": ENUMS,
}


def _makers(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    """What makes classes in a module, as it is called there, and which of `KINDS` it is."""
    for node in body:
        if isinstance(node, ast.Import):
            for alias in node.names:
                for name in MODULES.get(alias.name, ()):
                    yield f"{alias.asname or alias.name}.{name}", "enum" if name in ENUMS else name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name in ENUMS and node.module == "enum":
                    yield alias.asname or alias.name, "enum"
                elif alias.name in KINDS and alias.name != "enum":  # wherever it comes from: nothing else is called so
                    yield alias.asname or alias.name, alias.name
        elif isinstance(node, ast.If | ast.Try):
            yield from _makers([*node.body, *node.orelse])


def _made(call: ast.Call, makers: Mapping[str, str]) -> Made | None:
    """What the call makes; None where it makes no class, or something in it is not literal."""
    if not isinstance(call.func, ast.Name | ast.Attribute) or not call.args:
        return None
    kind = makers.get(ast.unparse(call.func))
    named = isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    return KINDS[kind](call) if kind is not None and named else None
