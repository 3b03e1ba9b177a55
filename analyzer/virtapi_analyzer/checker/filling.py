"""Gives the methods of a driver that have no annotation the types that the release gives to what they override.

mypy sees nothing in a method without annotations: it takes what it is given and gives back for `Any`. With the
release's types in place of the missing ones it checks the body, and what the method hands on. What the author annotated
is not touched, and no text is changed: the types are put on mypy's tree, before it looks at them.
"""

from collections.abc import Callable, Sequence

from mypy.nodes import ARG_STAR, ARG_STAR2, ArgKind, Decorator, FuncDef, TypeInfo
from mypy.options import Options
from mypy.plugin import AttributeContext, ClassDefContext, FunctionContext, Plugin, ReportConfigContext
from mypy.types import AnyType, CallableType, Type, TypeOfAny, TypeVarLikeType, get_proper_type

from virtapi_analyzer.checker.superseding import Superseded, construction_of, read_of


class Filling(Plugin):
    """The one plugin of our builds. `package` is the release's, `driver` says whether a module is the driver's."""

    def __init__(
        self, options: Options, package: str, driver: Callable[[str], bool], superseded: Superseded | None = None
    ) -> None:
        super().__init__(options)
        self._package = package
        self._driver = driver
        self._superseded = superseded or {}

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Asked for every attribute that is used."""
        instead = self._superseded.get(fullname)
        return read_of(fullname, instead) if instead is not None else None

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
        return f"filling 2 {self._package} {about}"

    def _fill(self, context: ClassDefContext) -> None:
        info = context.cls.info
        above = [base for base in info.mro[1:] if _inside(base.module_name, self._package)]
        if not above:
            return
        for statement in context.cls.defs.body:
            function = statement.func if isinstance(statement, Decorator) else statement
            if isinstance(function, FuncDef) and function.type is None and not function.is_coroutine:
                wanted = _declared(function.name, above)
                if wanted is not None:
                    function.type = _typed(context, function, wanted)


def _inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


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


def _typed(context: ClassDefContext, function: FuncDef, wanted: CallableType) -> CallableType:
    """The function's own parameters, with the types of those that they stand for: of the same name, else of the same
    place."""
    unknown: Type = AnyType(TypeOfAny.special_form)
    own = [argument.variable.name for argument in function.arguments]
    kinds = list(function.arg_kinds)
    by_name = {
        name: wanted.arg_types[index]
        for index, (name, kind) in enumerate(zip(wanted.arg_names, wanted.arg_kinds, strict=True))
        if name is not None and not kind.is_star()
    }
    places = [kind for kind in wanted.arg_kinds if kind.is_positional()]
    types = [
        unknown
        if index == 0 and not function.is_static
        else _type_for(index, own[index], kinds[index], by_name, wanted, len(places), unknown)
        for index in range(len(own))
    ]
    returns = unknown if _mentions_variables(wanted.ret_type) else wanted.ret_type
    return CallableType(
        types,
        kinds,
        list(function.arg_names),
        returns,
        context.api.named_type("builtins.function"),
        name=function.name,
        line=function.line,
        definition=function,
    )


def _type_for(
    index: int,
    name: str,
    kind: ArgKind,
    by_name: dict[str, Type],
    wanted: CallableType,
    places: int,
    unknown: Type,
) -> Type:
    if kind in (ARG_STAR, ARG_STAR2):
        return unknown
    if name in by_name:
        return by_name[name]
    if kind.is_positional() and index < places:
        return wanted.arg_types[index]
    return unknown


def _mentions_variables(given: Type) -> bool:
    return isinstance(get_proper_type(given), TypeVarLikeType)
