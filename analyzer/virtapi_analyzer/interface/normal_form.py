"""The normal form of types and values: what is only respelled is equal."""

import ast
import builtins
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import griffe

from virtapi_analyzer.interface.names import Names, Target
from virtapi_analyzer.model.element import Type, Value
from virtapi_analyzer.model.errors import ReadingError

GENERIC_ALIASES = {
    "List": "list", "Dict": "dict", "Set": "set", "FrozenSet": "frozenset", "Tuple": "tuple", "Type": "type",
    "Text": "str", "Deque": "collections.deque", "DefaultDict": "collections.defaultdict",
    "OrderedDict": "collections.OrderedDict", "Counter": "collections.Counter", "ChainMap": "collections.ChainMap",
    "Pattern": "re.Pattern", "Match": "re.Match", "ContextManager": "contextlib.AbstractContextManager",
    "AsyncContextManager": "contextlib.AbstractAsyncContextManager", "AbstractSet": "collections.abc.Set",
}  # fmt: skip
ABSTRACT_COLLECTIONS = frozenset(
    [
        "Awaitable",
        "Coroutine",
        "AsyncIterable",
        "AsyncIterator",
        "AsyncGenerator",
        "Iterable",
        "Iterator",
        "Generator",
        "Reversible",
        "Container",
        "Collection",
        "Callable",
        "MutableSet",
        "Mapping",
        "MutableMapping",
        "Sequence",
        "MutableSequence",
        "ByteString",
        "MappingView",
        "KeysView",
        "ItemsView",
        "ValuesView",
        "Hashable",
        "Sized",
    ]
)
WRAPPERS = frozenset(f"typing.{name}" for name in ("ClassVar", "Final", "Required", "NotRequired", "ReadOnly"))
WRAPPERS |= {"dataclasses.InitVar"}
TYPE_MAKERS = frozenset(f"typing.{name}" for name in ("TypeVar", "ParamSpec", "TypeVarTuple", "NewType"))


def standard(path: str) -> str:
    """One name for what the standard library has under several."""
    path = path.replace("typing_extensions.", "typing.", 1) if path.startswith("typing_extensions.") else path
    if path.startswith("typing."):
        name = path.removeprefix("typing.")
        if name in ABSTRACT_COLLECTIONS:
            return f"collections.abc.{name}"
        return GENERIC_ALIASES.get(name, path)
    return path.removeprefix("builtins.")


@dataclass(slots=True, kw_only=True)
class NormalForm:
    """Brings annotations and values into normal form. `public` gives the public path of a definition."""

    names: Names
    public: Callable[[Target], str]
    types: dict[tuple[str, str], Type] = field(default_factory=dict)
    expanding: list[str] = field(default_factory=list)

    def type(self, annotation: str | griffe.Expr | None, scope: griffe.Object) -> Type | None:
        """The normal form of an annotation; None where there is none."""
        if annotation is None:
            return None
        text = str(annotation)
        key = (scope.path, text)
        if key not in self.types:
            self.types[key] = self._type(text, scope)
        return self.types[key]

    def _type(self, text: str, scope: griffe.Object) -> Type:
        try:
            tree = ast.parse(text, mode="eval").body
        except SyntaxError:
            return Type(text=text, normal=text)
        speller = _Speller(self, scope)
        normal = speller.spell(tree)
        return Type(text=text, normal=normal, names=frozenset(speller.seen), metadata=tuple(speller.metadata))

    def value(self, text: str | griffe.Expr | None, scope: griffe.Object) -> Value | None:
        """The normal form of a default or a constant: literals evaluated, constants of the package followed."""
        if text is None:
            return None
        written = str(text)
        return Value(text=written, normal=self._evaluated(written, scope, ()))

    def _evaluated(self, text: str, scope: griffe.Object, seen: tuple[str, ...]) -> str | None:
        try:
            tree = ast.parse(text, mode="eval").body
        except SyntaxError:
            return text
        if isinstance(tree, ast.Constant) and tree.value is ...:
            return None
        try:
            return canonical(ast.literal_eval(tree))
        except (ValueError, TypeError, MemoryError, RecursionError):
            pass
        if isinstance(tree, ast.Name | ast.Attribute):
            path = self.names.resolve(scope, ast.unparse(tree))
            try:
                target = self.names.target(path)
            except ReadingError:  # a value is no reason to read what the interface does not need
                return path
            inside = target.node
            if isinstance(inside, griffe.Attribute) and inside.value is not None and path not in seen:
                if inside.parent is not None and inside.parent.is_class:
                    return self.public(target)
                return self._evaluated(str(inside.value), inside.parent or scope, (*seen, path))
            return standard(self.public(target))
        return _Speller(self, scope).spell_value(tree)


def canonical(value: object) -> str:
    """One text for each literal value: sets and the keys of dicts in order, text in one kind of quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(sorted(f"{canonical(k)}: {canonical(v)}" for k, v in value.items())) + "}"
    if isinstance(value, set) and not value:
        return "set()"
    if isinstance(value, set | frozenset):
        return "{" + ", ".join(sorted(canonical(item) for item in value)) + "}"
    if isinstance(value, list | tuple):
        inner = ", ".join(canonical(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    return repr(value)


class _Speller:
    """Spells one expression in normal form, and notes the names that it mentions."""

    def __init__(self, form: NormalForm, scope: griffe.Object) -> None:
        self.form = form
        self.scope = scope
        self.seen: set[str] = set()
        self.metadata: list[str] = []
        self.in_value = False

    def spell(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=str() as text):
                return repr(text) if self.in_value else self._forward(text)
            case ast.Constant(value=value):
                return "None" if value is None else "..." if value is ... else repr(value)
            case ast.Name() | ast.Attribute():
                return self._name(ast.unparse(node))
            case ast.BinOp(op=ast.BitOr()):
                return self._union([node.left, node.right])
            case ast.Subscript():
                return self._subscript(node)
            case ast.List(elts=elements):
                return "[" + ", ".join(self.spell(element) for element in elements) + "]"
            case ast.Tuple(elts=elements):
                return ", ".join(self.spell(element) for element in elements)
            case ast.Starred(value=value):
                return f"typing.Unpack[{self.spell(value)}]"
            case ast.Call():
                arguments = [self.spell_value(a) for a in node.args]
                arguments += sorted(f"{k.arg}={self.spell_value(k.value)}" for k in node.keywords)
                return f"{self.spell(node.func)}({', '.join(arguments)})"
            case _:
                return ast.unparse(node)

    def spell_value(self, node: ast.expr) -> str:
        """As `spell`, for what is no type: a text in it is a text."""
        try:
            return canonical(ast.literal_eval(node))
        except (ValueError, TypeError):
            pass
        before, self.in_value = self.in_value, True
        try:
            return self.spell(node)
        finally:
            self.in_value = before

    def _forward(self, text: str) -> str:
        try:
            return self.spell(ast.parse(text.strip(), mode="eval").body)
        except SyntaxError:
            return repr(text)

    def _name(self, text: str) -> str:
        path = self.form.names.resolve(self.scope, text)
        target = self.form.names.target(path)
        node = target.node
        if isinstance(node, griffe.Attribute) and node.path not in self.form.expanding and _is_alias(node):
            self.form.expanding.append(node.path)
            inner = _Speller(self.form, node.parent or self.scope)
            try:
                spelled = inner._forward(str(node.value))
            finally:
                self.form.expanding.pop()
            self.seen |= inner.seen
            self.metadata += inner.metadata
            return spelled
        name = standard(self.form.public(target))
        self.seen.add(name)
        return name

    def _subscript(self, node: ast.Subscript) -> str:
        head = self._name(ast.unparse(node.value))
        inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        if head == "typing.Optional":
            return self._union([*inner, ast.Constant(value=None)])
        if head == "typing.Union":
            return self._union(inner)
        if head == "typing.Annotated":
            self.metadata += [self.spell_value(extra) for extra in inner[1:]]
            return self.spell(inner[0])
        if head in WRAPPERS:
            return self.spell(inner[0])
        if head == "typing.Literal":
            return self._literal(inner)
        return f"{head}[{', '.join(self.spell(item) for item in inner)}]"

    def _literal(self, inner: Sequence[ast.expr]) -> str:
        """`Literal[…]` as the union of its values, for `_joined` to put together again."""
        values = (self.spell(item) if isinstance(item, ast.Subscript) else self._literal_value(item) for item in inner)
        return _joined(member for value in values for member in split(value, " | "))

    def _literal_value(self, item: ast.expr) -> str:
        value = self.spell_value(item)
        return value if value == "None" else f"{LITERAL}{value}]"

    def _union(self, parts: Sequence[ast.expr]) -> str:
        return _joined(member for part in parts for member in split(self.spell(part), " | "))


LITERAL = "typing.Literal["


def _joined(members: Iterable[str]) -> str:
    """A union of spelled types in order, each once, with all literal values in one `Literal`."""
    found = set(members)
    literals = {member for member in found if member.startswith(LITERAL)}
    if literals:
        inside = {value for member in literals for value in split(member[len(LITERAL) : -1], ", ")}
        found = {*(found - literals), f"{LITERAL}{', '.join(sorted(inside))}]"}
    return " | ".join(sorted(found))


def split(spelled: str, separator: str) -> Iterator[str]:
    """The parts of a spelled type: split at a separator that stands outside brackets and texts."""
    depth = start = 0
    quote = ""
    for index, character in enumerate(spelled):
        if quote:
            quote = "" if character == quote and not _escaped(spelled, index) else quote
        elif character in "'\"":
            quote = character
        else:
            depth += (character in "[(") - (character in "])")
            if depth == 0 and spelled.startswith(separator, index):
                yield spelled[start:index]
                start = index + len(separator)
    yield spelled[start:]


def _escaped(text: str, index: int) -> bool:
    """Whether an odd number of backslashes stands before this place."""
    before = text[:index]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _is_alias(node: griffe.Attribute) -> bool:
    """Whether a module's name stands for a type: declared so, or bound to an expression that reads like one."""
    if node.value is None or node.parent is None or not node.parent.is_module:
        return False
    annotation = str(node.annotation or "")
    if annotation:
        return annotation.rpartition(".")[2] == "TypeAlias"
    return reads_like_type(str(node.value))


def reads_like_type(text: str) -> bool:
    """Whether an expression is made of names, subscripts, unions and None alone."""
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError:
        return False
    return _typelike(tree, outermost=True)


def _typelike(node: ast.expr, *, outermost: bool) -> bool:
    match node:
        case ast.Name(id=name):
            return not (name in ("True", "False") or (outermost and name.isupper() and len(name) > 1)) or hasattr(
                builtins, name
            )
        case ast.Attribute():
            return True
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return _typelike(left, outermost=False) and _typelike(right, outermost=False)
        case ast.Subscript(value=value, slice=inner):
            return _typelike(value, outermost=True) and not isinstance(inner, ast.Constant | ast.Slice)
        case ast.Constant(value=value):
            return value is None and not outermost
        case _:
            return False
