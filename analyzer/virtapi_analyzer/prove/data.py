"""Witnesses for the fields of data classes: objects made, read and taken apart as the old version has it."""

from collections.abc import Iterator, Mapping

from virtapi_analyzer.compare.fields import DATA, constructor, fields
from virtapi_analyzer.model.charge import Failure
from virtapi_analyzer.model.element import Attribute, Class, ClassKind, Function, Parameter, ParameterKind, Signature
from virtapi_analyzer.model.pair import AnyPair
from virtapi_analyzer.prove import values
from virtapi_analyzer.prove.calling import calls, open_types, own_types, taking
from virtapi_analyzer.prove.declaring import concrete, function_of, indented, instantiable
from virtapi_analyzer.prove.spelling import Spelling, Versions
from virtapi_analyzer.prove.witness import Witness, witness

CONSTRUCTORS = ("__init__", "__new__")


def made(versions: Versions, kind: Class, failure: Failure | None = None) -> Iterator[Witness]:
    """An object made in every way that the old version allows."""
    if kind.kind is ClassKind.TYPED_DICT:
        yield from _dictionaries(versions, kind)
        return
    signature = signature_of(versions.old.classes, kind)
    if signature is None:
        return
    for call in calls(signature, failure.call if failure is not None else None):
        spelling = Spelling(versions, call.passed)
        given: list[str] = []
        name = spelling.name(kind.path)
        if not instantiable(kind):
            given, name = concrete(spelling, kind), "Witness"
        takes = taking(call, open_types(spelling))
        yield witness(spelling, function_of(takes, [f"{name}({call.arguments})"]), given="\n".join(given))


def signature_of(known: Mapping[str, Class], kind: Class) -> Signature | None:
    """How a version has objects of a class made, `known` being its classes; None where it does not say."""
    for name in CONSTRUCTORS:
        found = kind.members.get(name)
        if found is not None and isinstance(found.element, Function):
            return found.element.signature
    if kind.kind is ClassKind.DATACLASS or any(_is_data(known, path) for path in kind.mro):
        return constructor(fields(kind, known))
    if kind.kind is ClassKind.NAMED_TUPLE:
        return _of_items(fields(kind, known))
    if kind.kind in (ClassKind.ENUM, ClassKind.TYPED_DICT, ClassKind.PROTOCOL):
        return None
    return Signature(parameters=())


def read(versions: Versions, pair: AnyPair, kind: Class, old: Attribute | None) -> Iterator[Witness]:
    """One field read, and all of them."""
    if kind.kind is ClassKind.TYPED_DICT:
        yield from _keys_read(versions, kind, old)
        return
    if old is not None and not old.init_only:
        yield from values.read(versions, pair, kind, old)
    yield from _taken_apart(versions, kind)


def changed(versions: Versions, pair: AnyPair, kind: Class, old: Attribute | None) -> Iterator[Witness]:
    """One field set."""
    if old is None:
        return
    if kind.kind is ClassKind.TYPED_DICT:
        if old.read_only:
            return
        spelling = Spelling(versions)
        takes = [f"it: {spelling.class_(kind)}", f"value: {spelling.type(old.type, unknown=True)}"]
        yield witness(spelling, function_of(takes, [f'it["{old.name}"] = value']))
        if old.optional_key:
            spelling = Spelling(versions)
            yield witness(spelling, function_of([f"it: {spelling.class_(kind)}"], [f'del it["{old.name}"]']))
    elif not old.init_only:
        yield from values.set_(versions, pair, kind, old)


def extended(versions: Versions, kind: Class) -> Iterator[Witness]:
    """A data class below, with a field of its own, and an object made of it."""
    if kind.kind is not ClassKind.DATACLASS:
        return
    signature = signature_of(versions.old.classes, kind)
    options = ", ".join(sorted(kind.options & {"frozen=True", "kw_only=True", "order=True", "eq=False"}))
    for own in (["more: int"], ["more: int = 0"], ["pass"]):
        spelling = Spelling(versions)
        decorator = f"@{spelling.name('dataclasses.dataclass')}{f'({options})' if options else ''}"
        lines = [decorator, f"class Witness({spelling.class_(kind)}):", *indented(own)]
        yield witness(spelling, "\n".join(lines) + "\n")
        for call in calls(signature) if signature is not None and own == ["pass"] else ():
            spelling = Spelling(versions, call.passed)
            head = [f"@{spelling.name('dataclasses.dataclass')}{f'({options})' if options else ''}"]
            given = [*head, f"class Witness({spelling.class_(kind)}):", "    pass"]
            takes = taking(call, own_types(spelling))
            yield witness(spelling, function_of(takes, [f"Witness({call.arguments})"]), given="\n".join(given))


def _is_data(known: Mapping[str, Class], path: str) -> bool:
    above = known.get(path)
    return above is not None and above.kind in DATA


def _of_items(items: tuple[Attribute, ...]) -> Signature:
    kind = ParameterKind.POSITIONAL_OR_KEYWORD
    return Signature(parameters=tuple(Parameter(name=i.name, kind=kind, type=i.type, default=i.value) for i in items))


def _taken_apart(versions: Versions, kind: Class) -> Iterator[Witness]:
    """By position: a tuple unpacked and indexed, a pattern of a class."""
    found = [field for field in fields(kind, versions.old.classes) if not field.init_only]
    if kind.kind is ClassKind.NAMED_TUPLE and found:
        spelling = Spelling(versions)
        types = ", ".join(spelling.type(field.type, unknown=True) for field in found)
        takes = [f"it: {spelling.class_(kind)}"]
        yield witness(spelling, function_of(takes, [f"result: tuple[{types}] = it"]))
        spelling = Spelling(versions)
        names = ", ".join(f"_{field.name}" for field in found) + ("," if len(found) == 1 else "")
        yield witness(spelling, function_of([f"it: {spelling.class_(kind)}"], [f"{names} = it"]))
    if kind.kind in (ClassKind.NAMED_TUPLE, ClassKind.DATACLASS):
        in_order = [field for field in found if field.in_constructor and not field.keyword_only]
        if in_order and "match_args=False" not in kind.options:
            spelling = Spelling(versions)
            taken = [f"_{field.name}" for field in in_order]
            results = [f"{n}_: {spelling.type(f.type)} = {n}" for n, f in zip(taken, in_order, strict=True)]
            case = [f"case {spelling.name(kind.path)}({', '.join(taken)}):", *indented(results)]
            yield witness(spelling, function_of([f"it: {spelling.class_(kind)}"], ["match it:", *indented(case)]))


def _dictionaries(versions: Versions, kind: Class) -> Iterator[Witness]:
    keys = fields(kind, versions.old.classes)
    for some in ([key for key in keys if not key.optional_key], list(keys)):
        spelling = Spelling(versions, [key.name for key in keys])
        takes = [f"{_variable(key)}: {spelling.type(key.type, unknown=True)}" for key in some]
        text = ", ".join(f'"{key.name}": {_variable(key)}' for key in some)
        yield witness(spelling, function_of(takes, [f"it: {spelling.class_(kind)} = {{{text}}}"]))
    yield _same_keys(versions, kind, back=True)


def _keys_read(versions: Versions, kind: Class, old: Attribute | None) -> Iterator[Witness]:
    if old is not None:
        reads = [f'it["{old.name}"]'] if not old.optional_key else [f'it.get("{old.name}")', f'it["{old.name}"]']
        for text in reads:
            spelling = Spelling(versions)
            type_ = spelling.type(old.type, unknown=True) + (" | None" if ".get(" in text else "")
            takes = [f"it: {spelling.class_(kind)}"]
            yield witness(spelling, function_of(takes, [f"result: {type_} = {text}"]))
    yield _same_keys(versions, kind, back=False)


def _same_keys(versions: Versions, kind: Class, *, back: bool) -> Witness:
    """The old keys as a class of one's own, taken for the class, or the class for it."""
    spelling = Spelling(versions)
    given = [f"class Witness({spelling.name('typing.TypedDict')}):"]
    for key in fields(kind, versions.old.classes):
        text = spelling.type(key.type)
        text = f"{spelling.name('typing.NotRequired')}[{text}]" if key.optional_key else text
        text = f"{spelling.name('typing_extensions.ReadOnly')}[{text}]" if key.read_only else text
        given.append(f"    {key.name}: {text}")
    given += ["    pass"] if len(given) == 1 else []
    first, second = ("Witness", spelling.class_(kind)) if back else (spelling.class_(kind), "Witness")
    return witness(spelling, f"def use(it: {first}) -> {second}:\n    return it\n", given="\n".join(given))


def _variable(key: Attribute) -> str:
    return key.name if key.name.isidentifier() else "value"
