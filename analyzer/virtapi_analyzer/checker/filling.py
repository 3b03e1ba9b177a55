"""Gives the methods of a driver the types that the release gives to what they override, where they have no annotation.

mypy sees nothing in a method without annotations: it takes what it is given and gives back for `Any`. With the
release's types in place of the missing ones it checks the body, and what the method hands on. What the author annotated
is not touched, and no text is changed: the types are put on mypy's tree, before it looks at them.

A default is not measured by a type that the author did not write: hosts pass the argument, so that it is never used.
What a generator under a decorator gives back is the decorator's affair.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from mypy.nodes import ARG_STAR, ARG_STAR2, CastExpr, Decorator, Expression, FuncDef, MemberExpr, NameExpr, TypeInfo
from mypy.options import Options
from mypy.plugin import AttributeContext, ClassDefContext, FunctionContext, Plugin, ReportConfigContext
from mypy.traverser import has_yield_expression, has_yield_from_expression
from mypy.types import AnyType, CallableType, Type, TypeOfAny, TypeVarLikeType, get_proper_type

from virtapi_analyzer.checker import marking
from virtapi_analyzer.checker.superseding import Superseded, construction_of, read_of


class Filling(Plugin):
    """The one plugin of our builds.

    `package` is the release's, `driver` says whether a module is the driver's. `rebound` maps methods by dotted path to
    the parameters that they let stand for something else: no type can be put on these.
    """

    def __init__(
        self,
        options: Options,
        package: str,
        driver: Callable[[str], bool],
        superseded: Superseded | None = None,
        rebound: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        super().__init__(options)
        self._package = package
        self._driver = driver
        self._superseded = superseded or {}
        self._rebound = rebound or {}

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Asked for every attribute that is used."""
        instead = self._superseded.get(fullname)
        if instead is not None:
            return read_of(fullname, instead)
        return marking.read_of(fullname) if _inside(fullname, self._package) and not self._driver(fullname) else None

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """Asked for everything that is called."""
        if not self._superseded:
            return None
        return construction_of(self.lookup_fully_qualified(fullname), self._superseded)

    def get_customize_class_mro_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        """Asked for every class as soon as its bases are known, before its body is looked at."""
        return self._fill if self._driver(fullname) else None

    def report_config_data(self, ctx: ReportConfigContext) -> str:
        """Makes mypy look again at what it knew without this plugin, or with another version of it.

        What it kept of the driver's own modules holds at their place alone: it would say again what it said, and of
        files that are elsewhere, where a driver is the copy of another, or the cache was moved.
        """
        about = f"{ctx.path} {sorted(self._superseded.items())}" if self._driver(ctx.id) else ""
        return f"filling 5 {self._package} {about}"

    def _fill(self, context: ClassDefContext) -> None:
        info = context.cls.info
        above = [base for base in info.mro[1:] if _inside(base.module_name, self._package)]
        if not above:
            return
        for statement in context.cls.defs.body:
            decorators = statement.original_decorators if isinstance(statement, Decorator) else ()
            function = statement.func if isinstance(statement, Decorator) else statement
            if isinstance(function, FuncDef) and not function.is_coroutine and _leaves_open(function):
                wanted = _declared(function.name, above)
                if wanted is not None:
                    rebound = self._rebound.get(f"{info.fullname}.{function.name}", ())
                    _put(context, function, wanted, [_called(each) for each in decorators], rebound)


def _inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def _leaves_open(function: FuncDef) -> bool:
    """Whether an annotation is missing."""
    given = function.type
    if isinstance(given, CallableType):
        return any(map(_unwritten, (*given.arg_types, given.ret_type)))
    return given is None


def _unwritten(given: Type) -> bool:
    return isinstance(given, AnyType) and given.type_of_any == TypeOfAny.unannotated


def _called(decorator: Expression) -> str:
    """The last name of a decorator as it is written; nothing is resolved yet."""
    return decorator.name if isinstance(decorator, NameExpr | MemberExpr) else ""


def _declared(name: str, above: Sequence[TypeInfo]) -> CallableType | None:
    """The signature that the nearest class of the release gives to this name, where it is one plain callable."""
    for base in above:
        symbol = base.names.get(name)
        node = symbol.node if symbol is not None else None
        if isinstance(node, Decorator):
            found = get_proper_type(node.var.type)
        elif isinstance(node, FuncDef):
            found = get_proper_type(node.type)
        else:
            continue
        return found if isinstance(found, CallableType) and not found.variables else None
    return None


def _put(
    context: ClassDefContext,
    function: FuncDef,
    wanted: CallableType,
    decorators: Sequence[str],
    rebound: Collection[str],
) -> None:
    """Put the types in the place of those that are missing: those of the parameter of the same name, else of the same
    place."""
    unknown = AnyType(TypeOfAny.special_form)
    unbound = "staticmethod" in decorators or function.name == "__new__"
    types = [
        unknown if argument.variable.name in rebound else given
        for argument, given in zip(function.arguments, _types(function, wanted, unknown, unbound=unbound), strict=True)
    ]
    changes = any(name in _READ for name in decorators) or (
        bool(decorators) and (has_yield_expression(function) or has_yield_from_expression(function))
    )
    returns: Type = unknown if changes or _mentions_variables(wanted.ret_type) else wanted.ret_type
    own = function.type
    missing = [True] * len(types)
    if isinstance(own, CallableType):
        missing = [_unwritten(each) for each in own.arg_types]
        types = [new if open_ else old for old, new, open_ in zip(own.arg_types, types, missing, strict=True)]
        returns = returns if _unwritten(own.ret_type) else own.ret_type
    for argument, open_ in zip(function.arguments, missing, strict=True):
        if open_ and argument.initializer is not None:
            default = CastExpr(argument.initializer, unknown)
            default.set_line(argument.initializer)
            argument.initializer = default
    function.type = CallableType(
        types,
        list(function.arg_kinds),
        list(function.arg_names),
        returns,
        context.api.named_type("builtins.function"),
        name=function.name,
        line=function.line,
        definition=function,
    )


_READ = ("property", "cached_property")
"""Decorators that make something else than a method of a function: the release's result is not that of the function."""


def _types(function: FuncDef, wanted: CallableType, unknown: Type, *, unbound: bool) -> Iterator[Type]:
    """The release's types for a function's own parameters; `unbound` says that the first is no receiver."""
    by_name = {
        name: wanted.arg_types[index]
        for index, (name, kind) in enumerate(zip(wanted.arg_names, wanted.arg_kinds, strict=True))
        if name is not None and not kind.is_star()
    }
    places = len([kind for kind in wanted.arg_kinds if kind.is_positional()])
    for index, (argument, kind) in enumerate(zip(function.arguments, function.arg_kinds, strict=True)):
        place = index + 1 if unbound else index
        if place == 0 or kind in (ARG_STAR, ARG_STAR2):
            yield unknown
        elif argument.variable.name in by_name:
            yield by_name[argument.variable.name]
        else:
            yield wanted.arg_types[place] if kind.is_positional() and place < places else unknown


def _mentions_variables(given: Type) -> bool:
    return isinstance(get_proper_type(given), TypeVarLikeType)
