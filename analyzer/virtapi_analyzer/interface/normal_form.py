"""The normal form of types and values: what is only respelled is equal."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import griffe

from virtapi_analyzer.interface.aliases import is_alias
from virtapi_analyzer.interface.expressions import parsed
from virtapi_analyzer.interface.literals import canonical
from virtapi_analyzer.interface.names import Names, Target
from virtapi_analyzer.interface.standard_names import WRAPPERS, standard
from virtapi_analyzer.interface.type_variables import Numbering, definition, identity_of, of_class
from virtapi_analyzer.interface.unions import LITERAL, joined, split
from virtapi_analyzer.model.element import Type
from virtapi_analyzer.model.type_variable import TypeVariable, VariableKind


@dataclass(slots=True, kw_only=True)
class NormalForm:
    """Brings annotations and values into normal form. `public` gives the public path of a definition."""

    names: Names
    public: Callable[[Target], str]
    types: dict[tuple[str, str], Type] = field(default_factory=dict)
    expanding: list[str] = field(default_factory=list)
    parameters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    of_class: dict[str, tuple[str, ...]] = field(default_factory=dict)
    defined: dict[str, tuple[TypeVariable, frozenset[str]]] = field(default_factory=dict)

    def type(
        self, annotation: str | griffe.Expr | None, scope: griffe.Object, numbering: Numbering | None = None
    ) -> Type | None:
        """The normal form of an annotation; None where there is none.

        `numbering` is that of the signature that it is a part of; without one, the type stands alone.
        """
        if annotation is None:
            return None
        text = str(annotation)
        key = (scope.path, text)
        if key in self.types:
            return self.types[key]
        found = self._type(text, scope, numbering if numbering is not None else self.numbering(scope))
        if not found.variables:  # else the numbers depend on what stands before it
            self.types[key] = found
        return found

    def numbering(self, scope: griffe.Object) -> Numbering:
        """A fresh numbering for a signature or an attribute, with the variables of the class that it stands in."""
        around = scope.parent if isinstance(scope, griffe.Function) else scope
        if not isinstance(around, griffe.Class):
            return Numbering()
        if around.path not in self.of_class:
            self.of_class[around.path] = of_class(self.names, around)
        return Numbering(of_class=self.of_class[around.path])

    def _type(self, text: str, scope: griffe.Object, numbering: Numbering) -> Type:
        try:
            tree = parsed(text)
        except SyntaxError:
            return Type(text=text, normal=text)
        speller = _Speller(self, scope, numbering)
        normal = speller.spell(tree)
        return Type(
            text=text,
            normal=normal,
            names=frozenset(speller.seen),
            metadata=tuple(speller.metadata),
            variables=tuple(speller.variables.values()),
            marks=tuple(numbering.known(identity) for identity in speller.variables),
        )

    def variable(self, identity: str, scope: griffe.Object) -> tuple[TypeVariable, frozenset[str]]:
        """What a type variable accepts, and the names that this mentions."""
        if identity not in self.defined:
            seen: set[str] = set()

            def spell(text: str, around: griffe.Object) -> str:
                speller = _Speller(self, around, Numbering())
                spelled = speller.spell_text(text)
                seen.update(speller.seen)
                return spelled

            self.defined[identity] = TypeVariable(kind=VariableKind.TYPE), frozenset()  # for one that names itself
            self.defined[identity] = definition(self.names, scope, identity, spell), frozenset(seen)
        return self.defined[identity]

    def value(self, tree: ast.expr, scope: griffe.Object) -> str:
        """As it is written, with its names in normal form, for a value that nobody can work out."""
        return _Speller(self, scope, Numbering()).spell_value(tree)


class _Speller:
    """Spells one expression in normal form, and notes the names that it mentions."""

    def __init__(
        self, form: NormalForm, scope: griffe.Object, numbering: Numbering, arguments: Mapping[str, str] | None = None
    ) -> None:
        """`arguments` are the types, already spelled, that take the place of type variables."""
        self.form = form
        self.scope = scope
        self.numbering = numbering
        self.arguments = arguments or {}
        self.seen: set[str] = set()
        self.metadata: list[str] = []
        self.variables: dict[str, TypeVariable] = {}
        self.in_value = False

    def spell(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=str() as text):
                return repr(text) if self.in_value else self.spell_text(text)
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

    def spell_text(self, text: str) -> str:
        """As `spell`, for a type that is written as a text."""
        try:
            return self.spell(parsed(text.strip()))
        except SyntaxError:
            return repr(text)

    def _name(self, text: str) -> str:
        path = self.form.names.resolve(self.scope, text)
        if not self.in_value and (marked := self._variable(path)) is not None:
            return marked
        target = self.form.names.target(path)
        if (alias := self._alias(target)) is not None:
            return self._expanded(alias, None)
        name = standard(self.form.public(target))
        self.seen.add(name)
        return name

    def _variable(self, path: str) -> str | None:
        """What stands for a type variable; None where the path leads to none."""
        of_parameters = next((end for end in (".args", ".kwargs") if path.endswith(end)), "")
        identity = identity_of(self.form.names, path.removesuffix(of_parameters))
        if identity is None:
            return None
        if identity in self.arguments:
            return self.arguments[identity]
        variable, mentioned = self.form.variable(identity, self.scope)
        self.variables[identity] = variable
        self.seen |= mentioned
        return f"{self.numbering.mark(identity)}{of_parameters}"

    def _alias(self, target: Target) -> griffe.Attribute | None:
        """The alias of a type that a name leads to, unless it is just being expanded."""
        node = target.node
        expandable = isinstance(node, griffe.Attribute) and node.path not in self.form.expanding and is_alias(node)
        return node if isinstance(node, griffe.Attribute) and expandable else None

    def _expanded(self, alias: griffe.Attribute, arguments: Sequence[ast.expr] | None) -> str:
        """What an alias stands for. The type variables of a generic one are replaced by its arguments; without any,
        each is Any."""
        variables = self._parameters(alias)
        given = ["typing.Any"] * len(variables) if arguments is None else [self.spell(each) for each in arguments]
        fits = len(given) == len(variables)  # else one stands for several types, or has a default
        inner = self._inside(alias, dict(zip(variables, given, strict=True)) if fits else {})
        spelled = self._spelled(alias, inner)
        self.seen |= inner.seen
        self.metadata += inner.metadata
        self.variables |= inner.variables
        return spelled if fits else f"{spelled}[{', '.join(given)}]"

    def _parameters(self, alias: griffe.Attribute) -> tuple[str, ...]:
        """The type variables of a generic alias, as they appear."""
        known = self.form.parameters
        if alias.path not in known:
            inner = self._inside(alias, {})
            self._spelled(alias, inner)
            known[alias.path] = tuple(inner.variables)
        return known[alias.path]

    def _inside(self, alias: griffe.Attribute, arguments: Mapping[str, str]) -> "_Speller":
        """A speller of what an alias stands for. Its own type variables take no number of the signature's."""
        return _Speller(self.form, alias, Numbering(), arguments)

    def _spelled(self, alias: griffe.Attribute, inner: "_Speller") -> str:
        self.form.expanding.append(alias.path)
        try:
            return inner.spell_text(str(alias.value))
        finally:
            self.form.expanding.pop()

    def _subscript(self, node: ast.Subscript) -> str:
        written = ast.unparse(node.value)
        inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
        generic = self._alias(self.form.names.target(self.form.names.resolve(self.scope, written)))
        if generic is not None and self._parameters(generic):
            return self._expanded(generic, inner)
        head = self._name(written)
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
        """`Literal[…]` as the union of its values, for `joined` to put together again."""
        values = (self.spell(item) if isinstance(item, ast.Subscript) else self._literal_value(item) for item in inner)
        return joined(member for value in values for member in split(value, " | "))

    def _literal_value(self, item: ast.expr) -> str:
        value = self.spell_value(item)
        return value if value == "None" else f"{LITERAL}{value}]"

    def _union(self, parts: Sequence[ast.expr]) -> str:
        return joined(member for part in parts for member in split(self.spell(part), " | "))
