"""Classes, with what they inherit, from griffe's tree into ours."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import griffe

from virtapi_analyzer.interface.attributes import attribute, flags, qualifiers_of, told_by_flags
from virtapi_analyzer.interface.conditions import either
from virtapi_analyzer.interface.context import Context
from virtapi_analyzer.interface.enumeration import NO_MEMBER, NUMBERING, enumerated, flag_of
from virtapi_analyzer.interface.functions import FINAL, function, overloads
from virtapi_analyzer.interface.library import Source
from virtapi_analyzer.interface.properties import completed, property_of
from virtapi_analyzer.interface.resolution import linearised, standard_order
from virtapi_analyzer.interface.type_variables import name_of, of_class
from virtapi_analyzer.interface.words import contract_of, members_of
from virtapi_analyzer.model.element import (
    Attribute,
    AttributeKind,
    Class,
    ClassKind,
    ClassMember,
    Member,
    Parameter,
    ParameterKind,
    Type,
    Value,
)
from virtapi_analyzer.model.errors import ReadingError
from virtapi_analyzer.model.pair import is_private

DATACLASS = "dataclasses.dataclass"
ABSTRACT_PROPERTY = "abc.abstractproperty"
TYPED_DICT = "typing.TypedDict"
ABSTRACT_METACLASS = "abc.ABCMeta"
"""Says no more than the base `ABC`, and is passed over like it."""


@dataclass(slots=True, kw_only=True)
class Classes:
    """Translates classes by need, each once."""

    context: Context
    made: dict[str, Class] = field(default_factory=dict)
    making: set[str] = field(default_factory=set)

    def named(self, path: str) -> Class | None:
        """The class that a public path leads to; None where it leads to none of the package."""
        target = self.context.names.target(path)
        if target.source is None or target.node is None:
            return None
        return self.of(target.source, target.node) if isinstance(target.node, griffe.Class) else None

    def of(self, source: Source, node: griffe.Class) -> Class:
        """The translation of one class. A class that inherits from itself gets no members through the circle."""
        path = self.context.public(self.context.names.target(node.path))
        if path in self.made:
            return self.made[path]
        if path in self.making:
            return Class(
                path=path, text=_text(node), location=self.context.library.locate(source, 1), kind=ClassKind.PLAIN
            )
        self.making.add(path)
        try:
            self.made[path] = self._translate(source, node, path)
        finally:
            self.making.discard(path)
        return self.made[path]

    def _translate(self, source: Source, node: griffe.Class, path: str) -> Class:
        context, scope = self.context, node.parent or source.module
        bases = tuple(context.path_of(scope, _head(base)) for base in node.bases)
        order = self._order(path, bases)
        decorators = source.facts.decorators.get(node.lineno or 0, ())
        contract = contract_of(decorators, context.resolver(scope))
        paths = context.decorator_paths(source, node)
        keywords = {name: str(value) for name, value in _keywords(node).items()}
        options = _options(decorators, paths) | {f"{k}={v}" for k, v in keywords.items() if k != "metaclass"}
        kind = _kind(bases, order, paths)
        own = dict(self._own(source, node, path, kind, options))
        if kind is ClassKind.ENUM:
            above = [each for each in map(self.named, order) if each is not None]
            counted = NUMBERING not in own and not any(NUMBERING in each.members for each in above)
            own = dict(enumerated(own, order, members_of(decorators, context.resolver(scope)), counted=counted))
        where = source.facts.member_conditions.get(node.lineno or 0, {})
        members = {n: Member(element=element, owner=path, condition=where.get(n)) for n, element in own.items()}
        for base in order:
            inherited = self.named(base)
            for name, member in inherited.members.items() if inherited is not None else ():
                if member.owner == base:
                    mine = members.setdefault(name, member)
                    if mine.condition is not None:  # where it does not hold, the base's member is there
                        members[name] = replace(mine, condition=either(mine.condition, member.condition))
        variables = of_class(context.names, node)
        declared = context.path_of(scope, keywords["metaclass"]) if "metaclass" in keywords else ""
        return Class(
            path=path,
            text=_text(node),
            location=context.library.locate(source, source.facts.lines.get(node.lineno or 0, node.lineno)),
            docstring=node.docstring.value if node.docstring else None,
            contract=replace(contract, flag=flag_of(context, contract.capability) if contract.capability else None),
            kind=kind,
            bases=bases,
            base_types=tuple(self._argued(node)),
            mro=order,
            members=members,
            parameters=tuple(name_of(identity) for identity in variables),
            variables=tuple(context.form.variable(v, node)[0] for v in variables),
            metaclass=self._metaclass(declared, order),
            options=frozenset(options - {"total=False"}),
            slots=_slots(own, options),
            final=not FINAL.isdisjoint(paths),
            decorators=paths,
        )

    def _argued(self, node: griffe.Class) -> Iterator[Type]:
        """The bases that have type arguments."""
        for base in node.bases:
            if "[" in str(base):
                type_ = self.context.form.type(str(base), node, self.context.form.numbering(node))
                if type_ is not None:
                    yield type_

    def _metaclass(self, declared: str, order: Sequence[str]) -> str | None:
        """The metaclass that a class declares, or that it has from a base."""
        if declared and declared != ABSTRACT_METACLASS:
            return declared
        above = [each.metaclass for each in map(self.named, order) if each is not None]
        return next((metaclass for metaclass in above if metaclass is not None), None)

    def _order(self, path: str, bases: Sequence[str]) -> tuple[str, ...]:
        orders = []
        for base in bases:
            inside = None if base == path else self.named(base)
            orders.append((base, *(inside.mro if inside is not None else standard_order(base))))
        return linearised(orders)

    def _own(
        self, source: Source, node: griffe.Class, path: str, kind: ClassKind, options: frozenset[str] | set[str]
    ) -> Iterator[tuple[str, ClassMember]]:
        keyword_only = "kw_only=True" in options
        names = dict.fromkeys((*node.members, *(name for name, forms in node.overloads.items() if forms)))
        for name in names:
            member = node.members.get(name)
            forms = node.overloads.get(name) or overloads(member)
            where = f"{path}.{name}"
            if isinstance(member, griffe.Function) and ABSTRACT_PROPERTY in self.context.decorator_paths(
                source, member
            ):
                yield name, property_of(self.context, source, where, member)
            elif isinstance(member, griffe.Function) and (
                accessible := completed(self.context, source, where, member, self.named)
            ):
                yield name, accessible
            elif isinstance(member, griffe.Function) or (member is None and forms):
                implementation = [member] if isinstance(member, griffe.Function) else []
                yield name, function(
                    self.context, source, where, forms or implementation, of_class=True
                )  # fmt: skip
            elif isinstance(member, griffe.Class):
                yield name, self.of(source, member)
            elif isinstance(member, griffe.Attribute):
                if "property" in member.labels:
                    yield name, property_of(self.context, source, where, member)
                elif (same := _same_function(node, member)) is not None:
                    yield name, function(self.context, source, where, [same], of_class=True)
                elif kind is not ClassKind.ENUM and (other := self._same_class(node, member)) is not None:
                    yield name, other
                elif self.context.path_of(node, str(member.annotation or "")) == "dataclasses.KW_ONLY":
                    keyword_only = True
                else:
                    variable = self._attribute(source, member, where, kind, keyword_only=keyword_only)
                    if kind is ClassKind.TYPED_DICT and "total=False" in options:
                        variable = replace(variable, optional_key=not _required(source, member))
                    if where in self.context.flags:
                        yield from ((f"{name}[{_key(flag)}]", flag) for flag in flags(variable))
                        variable = told_by_flags(variable)
                    yield name, variable

    def _same_class(self, node: griffe.Class, member: griffe.Attribute) -> Class | None:
        """The class of the package that an attribute is another name of (`Options = _Options`)."""
        written = str(member.value) if member.annotation is None else ""
        if "class-attribute" not in member.labels or not all(part.isidentifier() for part in written.split(".")):
            return None
        around = node.parent if written.partition(".")[0] in node.members else node
        try:
            target = self.context.names.target(self.context.names.resolve(around or node, written))
        except ReadingError:  # an attribute is no reason to read what the interface does not need
            return None
        found = isinstance(target.node, griffe.Class) and target.source is not None
        return self.named(target.path) if found and target.path != node.path else None

    def _attribute(
        self, source: Source, node: griffe.Attribute, path: str, kind: ClassKind, *, keyword_only: bool
    ) -> Attribute:
        qualifiers = qualifiers_of(source, node)
        named = isinstance(node.value, griffe.ExprCall) and self.context.path_of(
            source.module, str(node.value.function)
        )
        member = qualifiers is None and not is_private(node.name) and "__" not in node.name and named != NO_MEMBER
        if kind is ClassKind.ENUM and member:
            return attribute(self.context, source, path, node, AttributeKind.MEMBER)
        fielded = kind in (ClassKind.DATACLASS, ClassKind.TYPED_DICT, ClassKind.NAMED_TUPLE)
        if fielded and qualifiers is not None and "ClassVar" not in qualifiers:
            return attribute(self.context, source, path, node, AttributeKind.FIELD, keyword_only=keyword_only)
        return attribute(self.context, source, path, node)

    def keys_of(self, path: str) -> tuple[Parameter, ...] | None:
        """The keys of a TypedDict as keyword-only parameters; None for anything else."""
        found = self.named(path)
        if found is None or found.kind is not ClassKind.TYPED_DICT:
            return None
        return tuple(
            Parameter(
                name=name,
                kind=ParameterKind.KEYWORD_ONLY,
                type=member.element.type,
                default=Value(text="...", normal=None) if member.element.optional_key else None,
            )
            for name, member in found.members.items()
            if isinstance(member.element, Attribute)
        )


def _required(source: Source, node: griffe.Attribute) -> bool:
    """Whether a key of a TypedDict says itself that it must be there."""
    return "Required" in source.facts.qualifiers.get((node.lineno or 0, node.name), ())


def _head(base: griffe.Expr | str) -> str:
    """The name of a base without its type arguments."""
    return str(base).partition("[")[0]


def _key(flag: Attribute) -> str:
    return flag.path.rpartition("[")[2].removesuffix("]")


def _keywords(node: griffe.Class) -> Mapping[str, object]:
    return getattr(node, "keywords", None) or {}


def _same_function(node: griffe.Class, member: griffe.Attribute) -> griffe.Function | None:
    """The method of the same class that an attribute is another name of (`old = new`)."""
    other = node.members.get(str(member.value)) if member.value is not None and member.annotation is None else None
    return other if isinstance(other, griffe.Function) else None


def _options(decorators: Sequence[ast.expr], paths: Sequence[str]) -> set[str]:
    found = dict(zip(paths, decorators, strict=True))
    call = found.get(DATACLASS)
    keywords = call.keywords if isinstance(call, ast.Call) else []
    defaults = {"init": "True", "repr": "True", "eq": "True", "match_args": "True"}
    given = {k.arg: ast.unparse(k.value) for k in keywords if k.arg}
    return {f"{name}={value}" for name, value in given.items() if defaults.get(name, "False") != value}


def _kind(bases: Sequence[str], order: Sequence[str], decorators: Sequence[str]) -> ClassKind:
    if DATACLASS in decorators:
        return ClassKind.DATACLASS
    if "typing.Protocol" in bases:
        return ClassKind.PROTOCOL
    for sign, kind in (
        ("enum.Enum", ClassKind.ENUM),
        (TYPED_DICT, ClassKind.TYPED_DICT),
        ("typing.NamedTuple", ClassKind.NAMED_TUPLE),
        ("BaseException", ClassKind.EXCEPTION),
    ):
        if sign in order:
            return kind
    return ClassKind.PLAIN


def _slots(own: Mapping[str, ClassMember], options: set[str] | frozenset[str]) -> tuple[str, ...] | None:
    declared = own.get("__slots__")
    if isinstance(declared, Attribute) and declared.value is not None:
        return tuple(sorted(part for part in (declared.value.normal or "").strip("()[]{}").split(", ") if part))
    return ("slots",) if "slots=True" in options else None


def _text(node: griffe.Class) -> str:
    inside = ", ".join([*(str(base) for base in node.bases), *(f"{k}={v}" for k, v in _keywords(node).items())])
    return f"class {node.name}({inside})" if inside else f"class {node.name}"
