"""Type variables: which name is one, what it accepts, and the number that stands for it in the normal form."""

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import griffe

from virtapi_analyzer.interface.expressions import parsed
from virtapi_analyzer.interface.names import Names
from virtapi_analyzer.interface.standard_names import standard
from virtapi_analyzer.model.type_variable import TypeVariable, VariableKind, Variance

MAKERS = {f"typing.{kind.value}": kind for kind in VariableKind}
KINDS = {
    griffe.TypeParameterKind.type_var: VariableKind.TYPE,
    griffe.TypeParameterKind.param_spec: VariableKind.PARAMETERS,
    griffe.TypeParameterKind.type_var_tuple: VariableKind.TYPES,
}

Spell = Callable[[str, griffe.Object], str]
"""Brings the text of a type, as it stands in a scope, into normal form."""


@dataclass(slots=True, kw_only=True)
class Numbering:
    """Numbers the type variables of one signature, or of one type that stands alone.

    `of_class` are the variables of the class around it, in the order of its parameters: they keep their numbers
    throughout the class. All others are numbered as they appear.
    """

    of_class: Sequence[str] = ()
    own: dict[str, int] = field(default_factory=dict)

    def mark(self, identity: str) -> str:
        """What stands for a type variable in the normal form."""
        if identity in self.of_class:
            return f"~class{self.of_class.index(identity) + 1}"
        return f"~{self.own.setdefault(identity, len(self.own) + 1)}"

    def known(self, identity: str) -> str:
        """What stands for a type variable that was met already; empty for one that was not."""
        return self.mark(identity) if identity in self.own or identity in self.of_class else ""


def identity_of(names: Names, path: str) -> str | None:
    """What tells the type variable that a path leads to from all others; None where it leads to none."""
    if path.endswith("]"):  # griffe's path of a type parameter that is declared in brackets
        return path
    if _outside(names, path):
        return None
    target = names.target(path)
    return target.path if isinstance(target.node, griffe.Attribute) and _maker(names, target.node) else None


def of_class(names: Names, node: griffe.Class) -> tuple[str, ...]:
    """The type parameters of a class: declared in brackets behind the name, or the type variables of its bases."""
    declared = [f"{node.path}[{_stars(p.kind)}{p.name}]" for p in node.type_parameters]
    found: list[str] = []
    for base in sorted(node.bases, key=lambda base: not _head(base).endswith("Generic")):  # its order counts
        tree = parsed(str(base))
        inside = ast.walk(tree.slice) if isinstance(tree, ast.Subscript) else ()
        for name in (ast.unparse(each) for each in inside if isinstance(each, ast.Name | ast.Attribute)):
            identity = identity_of(names, names.resolve(node, name))
            found += [identity] if identity is not None else []
    return tuple(dict.fromkeys((*declared, *found)))


def name_of(identity: str) -> str:
    """The name under which a type variable was defined."""
    return identity.removesuffix("]").rpartition("[")[2].lstrip("*").rpartition(".")[2]


def definition(names: Names, scope: griffe.Object, identity: str, spell: Spell) -> TypeVariable:
    """What a type variable accepts; `scope` is where it is used."""
    if not identity.endswith("]"):
        node = names.target(identity).node
        assert isinstance(node, griffe.Attribute) and isinstance(node.value, griffe.ExprCall)
        return _called(names, node, lambda text: spell(text, node.parent or scope))
    while scope.path != identity.partition("[")[0] and scope.parent is not None:
        scope = scope.parent
    parameter = scope.type_parameters[name_of(identity)]
    return TypeVariable(
        kind=KINDS[parameter.kind],
        bound=None if parameter.bound is None else spell(str(parameter.bound), scope),
        constraints=tuple(sorted(spell(str(each), scope) for each in parameter.constraints or ())),
        default=None if parameter.default is None else spell(str(parameter.default), scope),
        variance=Variance.INFERRED,
    )


def _called(names: Names, node: griffe.Attribute, spell: Callable[[str], str]) -> TypeVariable:
    """A type variable that is made by a call: `T = TypeVar("T", bound=X)`."""
    kind = _maker(names, node)
    assert kind is not None
    call = parsed(str(node.value))
    assert isinstance(call, ast.Call)
    options = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
    true = {name for name, value in options.items() if value == "True"}
    return TypeVariable(
        kind=kind,
        bound=spell(options["bound"]) if options.get("bound", "None") != "None" else None,
        constraints=tuple(sorted(spell(ast.unparse(each)) for each in call.args[1:])),
        default=spell(options["default"]) if "default" in options else None,
        variance=next((v for v in _SAID if _SAID[v] in true), Variance.INVARIANT),
    )


_SAID = {
    Variance.COVARIANT: "covariant",
    Variance.CONTRAVARIANT: "contravariant",
    Variance.INFERRED: "infer_variance",
}


def _maker(names: Names, node: griffe.Attribute) -> VariableKind | None:
    """What kind of type variable an attribute is; None where it is none."""
    if not isinstance(node.value, griffe.ExprCall) or node.parent is None:
        return None
    path = names.resolve(node.parent, str(node.value.function))
    return MAKERS.get(standard(path if _outside(names, path) else names.target(path).path))


def _outside(names: Names, path: str) -> bool:
    """Whether a path leads out of the package, where nothing is looked up."""
    return not path.startswith(f"{names.library.package}.")


def _stars(kind: griffe.TypeParameterKind) -> str:
    stars = {griffe.TypeParameterKind.type_var_tuple: "*", griffe.TypeParameterKind.param_spec: "**"}
    return stars.get(kind, "")


def _head(base: griffe.Expr | str) -> str:
    return str(base).partition("[")[0]
