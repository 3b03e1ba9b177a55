"""Types of two worlds made comparable: the old ones moved into the new world by full name, both freed of what mypy's
relation would stumble over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mypy.expandtype import expand_type_by_instance
from mypy.nodes import SymbolTable, TypeAlias, TypeInfo
from mypy.type_visitor import TypeTranslator
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    LiteralType,
    Parameters,
    ParamSpecType,
    TupleType,
    Type,
    TypeAliasType,
    TypedDictType,
    TypeOfAny,
    TypeVarId,
    TypeVarLikeType,
    TypeVarTupleType,
    TypeVarType,
    UnboundType,
    get_proper_type,
)

from virtapi_analyzer.checker.nowhere import unknown_bases
from virtapi_analyzer.checker.unknown import Unknowns, missing_name
from virtapi_analyzer.checker.world import LITERAL_STRING, World

Variables = Mapping[TypeVarId, TypeVarLikeType]


@dataclass(slots=True, kw_only=True)
class Seen:
    """What a type held that makes a verdict doubtful: an `Any`, names that lead nowhere, a part that mypy refused."""

    any: bool = False
    missing: set[str] = field(default_factory=set)
    broken: bool = False


@dataclass(slots=True, kw_only=True)
class Crossing:
    """The way from the old world into the new one. `renamed` maps old paths of classes to new ones.

    What is there once stays: an old class that the new world lacks is grafted onto it once.
    """

    old: World
    new: World
    renamed: Mapping[str, str] = field(default_factory=dict)
    unknowns: Unknowns = field(init=False)
    literal: Instance = field(init=False)
    classes: dict[TypeInfo, TypeInfo] = field(default_factory=dict)
    aliases: dict[TypeAlias, TypeAlias] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.unknowns = Unknowns(base=self._instance("builtins.object"))
        self.literal = self._instance(LITERAL_STRING)
        for info in self.new.classes():
            if info.fallback_to_any:
                self._close(info, info, self.new)

    def _close(self, info: TypeInfo, like: TypeInfo, world: World) -> None:
        """Take the bases of which nobody knows what they are for classes of these names. mypy would take the class for
        a subtype of everything. `like` is the class in the `world` that it was read in."""
        own, above = (
            [self.named(name) for kind in kinds for name in unknown_bases(kind, world.modules[kind.module_name])]
            for kinds in (like.mro[:1], like.mro[1:])
        )
        if own or above:
            info.fallback_to_any = False
            info.bases += own
            info.mro[-1:-1] = dict.fromkeys(base.type for base in (*own, *above))

    def named(self, name: str) -> Instance:
        """What a name stands for that leads nowhere on one side: the class that it leads to on the other, or a class of
        that name alone."""
        info = self.new.class_(name)
        if info is None and (gone := self.old.class_(name)) is not None:
            info = self.counterpart(gone)
        if info is None:
            return self.unknowns.missing(name)
        return Instance(info, [AnyType(TypeOfAny.special_form) for _ in info.type_vars])

    def _instance(self, path: str) -> Instance:
        info = self.new.class_(path)
        assert info is not None
        return Instance(info, [])

    def counterpart(self, info: TypeInfo) -> TypeInfo:
        """The class of that name in the new world, or the old class grafted onto it."""
        if info not in self.classes:
            path = self.renamed.get(info.fullname, info.fullname)
            found = self.new.class_(path)
            self.classes[info] = found if found is not None else self._graft(info)
        return self.classes[info]

    def _graft(self, info: TypeInfo) -> TypeInfo:
        copy = TypeInfo(SymbolTable(), info.defn, info.module_name)
        for name in ("is_abstract", "is_protocol", "runtime_protocol", "is_enum", "is_named_tuple", "is_newtype"):
            setattr(copy, name, getattr(info, name))
        copy.type_vars, copy.metaclass_type = info.type_vars, info.metaclass_type
        copy.fallback_to_any, copy.is_final = info.fallback_to_any, info.is_final
        copy.names, copy.self_type = info.names, info.self_type
        self.classes[info] = copy
        move = Moving(crossing=self)
        copy.bases = [_instance_of(base.accept(move)) for base in info.bases]
        copy.mro = [copy, *(self.counterpart(above) for above in info.mro[1:])]
        if copy.fallback_to_any:
            self._close(copy, info, self.old)
        if info.tuple_type is not None:
            copy.tuple_type = _tuple_of(info.tuple_type, move)
        if info.typeddict_type is not None:
            items = {name: item.accept(move) for name, item in info.typeddict_type.items.items()}
            copy.typeddict_type = info.typeddict_type.copy_modified(
                item_types=list(items.values()), item_names=list(items), fallback=Instance(copy, [])
            )
        return copy


class Moving(TypeTranslator):
    """Moves an old type into the new world. `variables` says which type variables of a signature are which there.

    Each `Any` becomes a class of its own, a `...` in place of parameters too; a name that leads nowhere becomes the
    class of that name. `seen` tells what there was of that.
    """

    def __init__(self, *, crossing: Crossing, variables: Variables | None = None, old: bool = True) -> None:
        super().__init__()
        self.crossing = crossing
        self.variables = variables or {}
        self.old = old
        self.in_bound = False
        self.seen = Seen()

    def visit_any(self, t: AnyType, /) -> Type:
        """An unknown class on the old side; on the new one what it is."""
        if (name := missing_name(t)) is not None:
            return self._of_name(name)
        if _of_error(t):
            self.seen.broken = True
            return t
        if self.in_bound:  # what a variable may stand for is asked by itself
            return t
        self.seen.any = True
        return self.crossing.unknowns.fresh() if self.old else t

    def _of_name(self, name: str) -> Type:
        found = self.crossing.named(name)
        if self.crossing.unknowns.named.get(name) is found:
            self.seen.missing.add(name)
        return found

    def visit_unbound_type(self, t: UnboundType, /) -> Type:
        """What is no type (a function, a variable) stands for itself, as a name that leads nowhere."""
        return self._of_name(t.name)

    def visit_instance(self, t: Instance, /) -> Type:
        """The class of that name in the new world; of a `Final` that says no type, still the value that it has."""
        info = self.crossing.counterpart(t.type) if self.old else t.type
        known = t.last_known_value.accept(self) if t.last_known_value is not None else None
        arguments = [argument.accept(self) for argument in t.args]
        value = known if isinstance(known, LiteralType) else None
        return Instance(info, arguments, t.line, t.column, last_known_value=value)

    def visit_callable_type(self, t: CallableType, /) -> Type:
        """`Self` is no variable that a call may choose, and `...` stands for parameters that nobody knows."""
        return t.copy_modified(
            arg_types=[argument.accept(self) for argument in t.arg_types],
            ret_type=t.ret_type.accept(self),
            fallback=_instance_of(t.fallback.accept(self)),
            variables=[self._variable(each) for each in t.variables if not each.id.is_self()],
            type_guard=t.type_guard.accept(self) if t.type_guard is not None else None,
            type_is=t.type_is.accept(self) if t.type_is is not None else None,
            is_ellipsis_args=t.is_ellipsis_args and (self.in_bound or not self.old),
        )

    def _variable(self, variable: TypeVarLikeType) -> TypeVarLikeType:
        moved = variable.accept(self)
        return moved if isinstance(moved, TypeVarType | ParamSpecType | TypeVarTupleType) else variable

    def visit_tuple_type(self, t: TupleType, /) -> Type:
        """A NamedTuple by its name, any other by its items."""
        info = t.partial_fallback.type
        if info.fullname == "builtins.tuple":
            return _tuple_of(t, self)
        now = self.crossing.counterpart(info) if self.old else info
        if now.tuple_type is None:
            return Instance(now, [each.accept(self) for each in t.partial_fallback.args])
        named = Instance(now, [each.accept(self) for each in t.partial_fallback.args])
        return expand_type_by_instance(now.tuple_type.copy_modified(fallback=named), named)

    def visit_typeddict_type(self, t: TypedDictType, /) -> Type:
        """By its name: what became of its keys is told once, by the class."""
        info = t.fallback.type
        now = self.crossing.counterpart(info) if self.old else info
        if now.typeddict_type is None:
            return Instance(now, [each.accept(self) for each in t.fallback.args])
        named = Instance(now, [each.accept(self) for each in t.fallback.args])
        return expand_type_by_instance(now.typeddict_type.copy_modified(fallback=named), named)

    def visit_literal_type(self, t: LiteralType, /) -> Type:
        """A literal string is a `LiteralString`."""
        fallback = _instance_of(t.fallback.accept(self))
        if fallback.type.fullname == "builtins.str":
            fallback = self.crossing.literal
        return LiteralType(value=t.value, fallback=fallback, line=t.line, column=t.column)

    def visit_type_var(self, t: TypeVarType, /) -> Type:
        """The variable of the new side that it is."""
        if t.id.is_self():
            return t.copy_modified(upper_bound=self._bound(t.upper_bound))
        return self._known(t) or t.copy_modified(
            upper_bound=self._bound(t.upper_bound), values=[self._bound(each) for each in t.values]
        )

    def _bound(self, t: Type) -> Type:
        before, self.in_bound = self.in_bound, True
        moved = t.accept(self)
        self.in_bound = before
        return moved

    def visit_param_spec(self, t: ParamSpecType, /) -> Type:
        """The variable of the new side that it is, behind what stands before it here."""
        known = self._known(t)
        prefix = t.prefix.accept(self)
        assert isinstance(prefix, Parameters)
        variable = known if isinstance(known, ParamSpecType) else t
        return variable.copy_modified(flavor=t.flavor, prefix=prefix)

    def visit_type_var_tuple(self, t: TypeVarTupleType, /) -> Type:
        """The variable of the new side that it is."""
        return self._known(t) or t.copy_modified(tuple_fallback=_instance_of(t.tuple_fallback.accept(self)))

    def _known(self, t: TypeVarLikeType) -> TypeVarLikeType | None:
        """The new side's variable: of the signature, or of the class of that name by its number."""
        if not self.old:
            return None
        found = self.variables.get(t.id)
        if found is None and t.id.raw_id > 0 and t.id.namespace:
            namespace = self.crossing.renamed.get(t.id.namespace, t.id.namespace)
            info = self.crossing.new.class_(namespace)
            theirs: Sequence[TypeVarLikeType] = info.defn.type_vars if info is not None else ()
            found = theirs[t.id.raw_id - 1] if t.id.raw_id <= len(theirs) else None
        return found if type(found) is type(t) else None

    def visit_type_alias_type(self, t: TypeAliasType, /) -> Type:
        """An alias is what it stands for; one that stands for itself is moved once, under its own name."""
        named = get_proper_type(t)
        if isinstance(named, TypedDictType) or (
            isinstance(named, TupleType) and named.partial_fallback.type.fullname != "builtins.tuple"
        ):
            return named.accept(self)
        if t.alias is None or not t.is_recursive:
            return named.accept(self)
        if not self.old:
            return t
        if t.alias not in self.crossing.aliases:
            moved = _copied(t.alias)
            self.crossing.aliases[t.alias] = moved
            moved.target = t.alias.target.accept(self)
        return TypeAliasType(self.crossing.aliases[t.alias], [each.accept(self) for each in t.args], t.line, t.column)


def _copied(alias: TypeAlias) -> TypeAlias:
    return TypeAlias(
        alias.target, alias.fullname, alias.module, alias.line, alias.column,
        alias_tvars=alias.alias_tvars, no_args=alias.no_args,
    )  # fmt: skip


def _tuple_of(t: TupleType, move: Moving) -> TupleType:
    """A plain tuple: what it falls back on follows from its items, whatever mypy has put there."""
    info = move.crossing.counterpart(t.partial_fallback.type) if move.old else t.partial_fallback.type
    fallback = Instance(info, [AnyType(TypeOfAny.special_form)])
    return TupleType([item.accept(move) for item in t.items], fallback, t.line, t.column)


def _instance_of(t: Type) -> Instance:
    assert isinstance(t, Instance)
    return t


def _of_error(t: AnyType) -> bool:
    """Whether mypy put it where it could make nothing of a name: it says so in two ways."""
    kinds = (t.type_of_any, t.source_any.type_of_any if t.source_any is not None else None)
    return TypeOfAny.from_error in kinds or TypeOfAny.special_form in kinds
