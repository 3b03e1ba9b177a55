"""The text of each run-time module: what its stub says, with the bodies, checks and imports that it needs to run."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from virtapi_analyzer.runtime.bodies import (
    Body,
    FunctionNode,
    bodies_by_method,
    body_of,
    call_of,
    has_choice,
    is_abstract,
)
from virtapi_analyzer.runtime.converters import CONVERTED, converters_of
from virtapi_analyzer.runtime.cycles import refuse_cycles
from virtapi_analyzer.runtime.history import HISTORY, Past, history
from virtapi_analyzer.runtime.imports import Import, Imports, import_block, running_imports, sort_imports
from virtapi_analyzer.runtime.layout import call_text
from virtapi_analyzer.runtime.package import (
    ClassAt,
    Module,
    Package,
    bases_of,
    dataclass_call,
    decorator_name,
    is_enum,
    is_exception,
    parse_package,
    refuse,
)

_POST_INIT = '''def __post_init__(self) -> None:
    """Check every field, and freeze what it holds."""
    check_fields(self)'''
_NEW = '''def __new__(cls, *_: object, **__: object) -> Self:
    """Refuse a class that implements neither of two methods of which it must implement one."""
    refuse_incomplete(cls)
    return super().__new__(cls)'''
_DATA = {"frozen": "True", "slots": "True", "kw_only": "True"}
"""The options of a data object."""


@dataclass(slots=True, kw_only=True)
class _Writing:
    """One module while its text is being made: the imports that its own code turns out to need, and what it drops."""

    package: Package
    module: Module
    bodies: Mapping[str, Body]
    added: set[Import] = field(default_factory=set)
    hinted: set[Import] = field(default_factory=set)
    dropped: set[ast.AST] = field(default_factory=set)


def produce(stubs: Mapping[str, str], *, package: str = "virtapi", past: Past | None = None) -> Mapping[str, str]:
    """Produce the run-time modules of a package from its texts.

    Args:
        stubs: the text of each file, by its name relative to the package's folder, with `/`: all `.pyi`, and the `.py`
            that are written by hand (they hold the bodies of concrete methods). A `.py` beside a `.pyi` is ignored.
        package: the dotted name under which the package is imported.
        past: the releases before it. With it `_history.py` is produced as well, for a package that has one.
    Returns:
        The text of each produced module, by its relative name; sorted, and the same for the same texts.
    Raises:
        ReadingError: something cannot be turned into run-time code; one line with its place, and what to do.
    """
    parsed = parse_package(stubs, package)
    bodies = bodies_by_method(parsed)
    texts: dict[str, str] = {}
    edges = {each.dotted: set(running_imports(each, parsed)) for each in parsed.by_hand.values()}
    for file, module in parsed.stubs.items():
        writing = _Writing(package=parsed, module=module, bodies=bodies)
        body = _statements(writing)
        imports = sort_imports(module, without=writing.dropped)
        running = imports.running | writing.added
        checking = imports.checking | (writing.hinted - running)
        texts[file.removesuffix("i")] = _module_text(writing, Imports(running=running, checking=checking), body)
        edges[module.dotted] = {_imported_module(each, parsed) for each in running}
    refuse_cycles(edges)
    if past is not None and HISTORY in stubs:
        texts[HISTORY] = history(stubs, past, package=package)
    return texts


def _imported_module(one: Import, package: Package) -> str:
    """The module that an import runs: `virtapi.defaults` of `from virtapi import defaults`."""
    dotted = f"{one.origin}.{one.name}"
    known = {each.dotted for each in (*package.stubs.values(), *package.by_hand.values())}
    return dotted if dotted in known else one.origin


def _module_text(writing: _Writing, imports: Imports, body: str) -> str:
    module, package = writing.module, writing.package.name
    running = imports.running | {Import(origin="__future__", name="annotations", local="annotations")}
    if imports.checking:
        running |= {Import(origin="typing", name="TYPE_CHECKING", local="TYPE_CHECKING")}
    parts = [f"# Produced from {module.file.rpartition('/')[2]} by `virtapi runtime`; not to be edited."]
    docstring = ast.get_docstring(module.tree, clean=False)
    if docstring is not None:
        parts.append(_source(module, module.tree.body[0]))
    if body:
        parts.append("\n" + import_block(running, package))
        if imports.checking:
            parts.append("\nif TYPE_CHECKING:\n" + import_block(imports.checking, package, indent="    "))
        parts.append(body)
    return "\n".join(parts) + "\n"


def _statements(writing: _Writing) -> str:
    """The statements of a module behind its imports, each with the blank lines before it."""
    module = writing.module
    nodes = [each for each in module.tree.body if not isinstance(each, (ast.Import, ast.ImportFrom))]
    if nodes and _is_docstring(nodes[0]):
        nodes = nodes[1:]
    out: list[str] = []
    previous: ast.stmt | None = None
    for node in nodes:
        blanks = 2 if isinstance(node, ast.ClassDef) or isinstance(previous, ast.ClassDef) else 1
        if previous is not None and not isinstance(node, ast.ClassDef) and blanks == 1:
            blanks = _blank_lines_before(module, previous, node)
        match node:
            case ast.ClassDef():
                text = _class_text(writing, node, "")
            case ast.Assign() | ast.AnnAssign():
                if node.value is None or _is_ellipsis(node.value):
                    raise refuse(module, node, "a constant without a value cannot run: give it one")
                text = _source(module, node)
            case ast.Expr(value=ast.Constant(value=str())):
                text = _source(module, node)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                raise refuse(module, node, f"{node.name} is a function: write it in a module by hand, without a stub")
            case _:
                raise refuse(
                    module, node, f"`{_first_line(node)}` cannot be turned into run-time code: state it plainly"
                )
        out.append("\n" * blanks + text)
        previous = node
    return "\n".join(out)


def _class_text(writing: _Writing, node: ast.ClassDef, indent: str) -> str:
    module = writing.module
    found = writing.package.classes.get(f"{module.dotted}.{node.name}", ClassAt(module=module, node=node))
    header = _header(module, node)
    call = dataclass_call(node)
    if call is not None and is_exception(writing.package, found):
        _refuse_odd_exception(module, call)
        header = _made_by(writing, call, header, "values", "raisable")
    elif call is not None and _options(call) == _DATA:
        header = _made_by(writing, call, header, "_data", "data")
    members = list(_members(writing, found, indent + "    "))
    if call is not None and not _base_checks(writing.package, found):
        members.append(("\n" if members else "") + _indented(_POST_INIT, indent + "    "))
        _add(writing, "values", "check_fields")
    if has_choice(writing.bodies, node):
        members.append("\n" + _indented(_NEW, indent + "    "))
        _add(writing, "_transitions", "refuse_incomplete")
        writing.hinted.add(Import(origin="typing", name="Self", local="Self"))
    return "\n".join([header, *(members or [f"{indent}    pass"])])


def _made_by(writing: _Writing, call: ast.expr, header: str, origin: str, name: str) -> str:
    """The header of a dataclass with another decorator, of the package's own, that makes the same at less cost."""
    _add(writing, origin, name)
    writing.dropped.add(call)
    return header.replace(f"@{_source(writing.module, call)}", f"@{name}", 1)


def _members(writing: _Writing, found: ClassAt, indent: str) -> Iterator[str]:
    """What stands in a class, each with the blank lines before it."""
    module, node = writing.module, found.node
    enum = is_enum(writing.package, found)
    previous: ast.stmt | None = None
    for member in node.body:
        if _is_placeholder(member):
            continue
        match member:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                text = _function_text(writing, node.name, member, indent)
            case ast.ClassDef():
                text = _class_text(writing, member, indent)
            case ast.AnnAssign(value=ast.Call() as value) if decorator_name(value) == CONVERTED:
                before = f"{indent}{_between_nodes(module, member, value)}"
                text = _converted(writing, node, member, before, indent)
            case ast.AnnAssign() | ast.Assign():
                _refuse_valueless(module, member, enum=enum)
                text = indent + _source(module, member)
            case ast.Expr(value=ast.Constant(value=str())):
                text = indent + _source(module, member)
            case _:
                raise refuse(module, member, f"`{_first_line(member)}` cannot be turned into run-time code")
        if previous is None:
            blanks = 0
        elif (previous is node.body[0] and _is_docstring(previous)) or _is_block(member) or _is_block(previous):
            blanks = 1
        else:
            blanks = min(1, _blank_lines_before(module, previous, member))
        yield "\n" * blanks + text
        previous = member


def _function_text(writing: _Writing, owner: str, node: FunctionNode, indent: str) -> str:
    module = writing.module
    _refuse_odd_function(module, node)
    lines = [_header(module, node)]
    if _is_docstring(node.body[0]):
        lines.append(f"{indent}    {_source(module, node.body[0])}")
    if not is_abstract(node):
        body = body_of(writing.bodies, module, owner, node)
        lines.append(call_of(body, node, indent + "    "))
        _add_body(writing, body)
    elif len(lines) == 1:
        lines = [f"{lines[0]} ..."]
    return "\n".join(lines)


def _converted(writing: _Writing, owner: ast.ClassDef, member: ast.AnnAssign, before: str, indent: str) -> str:
    """A field that a cycle has beside another, with its default: for the superseded one, with both converters."""
    pair = converters_of(writing.bodies, writing.module, owner, member)
    if pair is None:
        return before + (_source(writing.module, member.value) if member.value is not None else f"{CONVERTED}()")
    for each in (pair.to_new, pair.to_old):
        _add_body(writing, each)
    return call_text(f"{before}{CONVERTED}(", [f'"{pair.by}"', pair.to_new.spelled, pair.to_old.spelled], indent)


def _refuse_odd_exception(module: Module, call: ast.expr) -> None:
    """`raisable` makes exceptions of one kind only."""
    if _options(call) != {"frozen": "True", "kw_only": "True", "eq": "False"}:
        raise refuse(module, call, "an exception with fields is a @dataclass(frozen=True, kw_only=True, eq=False)")


def _options(call: ast.expr) -> dict[str | None, str]:
    """The options of a dataclass."""
    return {each.arg: ast.unparse(each.value) for each in call.keywords} if isinstance(call, ast.Call) else {}


def _refuse_odd_function(module: Module, node: FunctionNode) -> None:
    if any(decorator_name(each) == "overload" for each in node.decorator_list):
        raise refuse(module, node, f"{node.name} is overloaded, and no body fits all overloads: give each its own name")
    for default in (*node.args.defaults, *node.args.kw_defaults):
        if default is not None and _is_ellipsis(default):
            raise refuse(module, default, f"a parameter of {node.name} has the default `...`: write its value")
    for statement in node.body:
        if not _is_docstring(statement) and not _is_placeholder(statement):
            raise refuse(module, statement, f"{node.name} has a body in a stub: write it as a function of defaults.py")


def _refuse_valueless(module: Module, node: ast.AnnAssign | ast.Assign, *, enum: bool) -> None:
    name = ast.unparse(node.target if isinstance(node, ast.AnnAssign) else node.targets[0])
    if node.value is None:
        if enum and not name.startswith("_"):
            raise refuse(module, node, f"the member {name} has no value: give it one")
    elif any(_is_ellipsis(each) for each in (node.value, *_defaults_in(node.value))):
        raise refuse(module, node, f"{name} has the value `...`: write the value, or none")


def _defaults_in(value: ast.expr) -> list[ast.expr]:
    """What a call of `field` says of the default."""
    return [each.value for each in value.keywords] if isinstance(value, ast.Call) else []


def _base_checks(package: Package, found: ClassAt) -> bool:
    """Whether a base of a dataclass is one too, and so brings the check along."""
    return any(each is not found and dataclass_call(each.node) is not None for each in bases_of(package, found))


def _add_body(writing: _Writing, body: Body) -> None:
    folder, _, name = body.module.rpartition(".")
    origin = f"{writing.package.name}.{folder}" if folder else writing.package.name
    writing.added.add(Import(origin=origin, name=name, local=name))


def _add(writing: _Writing, module: str, name: str) -> None:
    writing.added.add(Import(origin=f"{writing.package.name}.{module}", name=name, local=name))


def _header(module: Module, node: ast.ClassDef | FunctionNode) -> str:
    """The text of a class or function from its first decorator to the colon before its body, with its indentation."""
    first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    return _between(module, (first, 0), (node.body[0].lineno, node.body[0].col_offset)).rstrip()


def _source(module: Module, node: ast.stmt | ast.expr) -> str:
    start = (node.lineno, node.col_offset)
    return _between(module, start, (node.end_lineno or node.lineno, node.end_col_offset or 0))


def _between(module: Module, start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text between two places: lines count from one, columns are bytes, as `ast` has them."""
    (first, begin), (last, stop) = start, end
    lines = list(module.lines[first - 1 : last])
    lines[-1] = lines[-1].encode()[:stop].decode()
    lines[0] = lines[0].encode()[begin:].decode()
    return "\n".join(lines)


def _between_nodes(module: Module, node: ast.stmt, end: ast.expr) -> str:
    """The text of a statement up to one of its expressions."""
    return _between(module, (node.lineno, node.col_offset), (end.lineno, end.col_offset))


def _blank_lines_before(module: Module, previous: ast.stmt, node: ast.stmt) -> int:
    between = module.lines[previous.end_lineno or 0 : node.lineno - 1]
    return sum(1 for line in between if not line.strip())


def _is_block(node: ast.stmt) -> bool:
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _is_placeholder(node: ast.stmt) -> bool:
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and _is_ellipsis(node.value))


def _first_line(node: ast.stmt) -> str:
    return ast.unparse(node).partition("\n")[0]


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" if line else line for line in text.splitlines())
