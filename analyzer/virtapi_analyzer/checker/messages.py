"""mypy's prose, read. No other place knows how it words what it says, so that a new mypy can break only this one.

A message is known by its code and a pattern over its whole text. What fits no pattern is OTHER, with the names in it.
"""

import re

from virtapi_analyzer.checker.message import Message
from virtapi_analyzer.model.said import Said, SaidKind

_NAME = r'"(?P<name>[^"]+)"'
_OWNER = r'"(?P<owner>[^"]+)"'
_CALLEE = r'"(?P<owner>[^"]+?)"(?: of "(?P<of>[^"]+)")?'
_PATTERNS: tuple[tuple[str, SaidKind, str], ...] = (
    ("override", SaidKind.SIGNATURE, rf"Signature of {_NAME} incompatible with supertype {_OWNER}"),
    (
        "override",
        SaidKind.PARAMETER_TYPE,
        (
            rf"Argument \S+ of {_NAME} is incompatible with supertype {_OWNER};"
            r' supertype defines the argument type as "(?P<wanted>.+)"'
        ),
    ),
    (
        "override",
        SaidKind.RETURN_TYPE,
        rf'Return type "(?P<given>.+)" of {_NAME} incompatible with return type "(?P<wanted>.+)" in supertype {_OWNER}',
    ),
    ("override", SaidKind.KIND, r"Cannot override .+"),
    ("misc", SaidKind.KIND, r"Read-only property cannot override read-write property"),
    (
        "assignment",
        SaidKind.ATTRIBUTE_TYPE,
        (
            r'Incompatible types in assignment \(expression has type "(?P<given>.+)",'
            rf' base class {_OWNER} defined the type as "(?P<wanted>.+)"\)'
        ),
    ),
    (
        "mutable-override",
        SaidKind.ATTRIBUTE_TYPE,
        (
            rf"Covariant override of a mutable attribute \(base class {_OWNER} defined the type as"
            r' "(?P<wanted>.+)", (?:override|expression) has type "(?P<given>.+)"\)'
        ),
    ),
    (
        "assignment",
        SaidKind.ASSIGNED,
        (
            r'Incompatible types in assignment \(expression has type "(?P<given>.+)",'
            r' (?:variable|target) has type "(?P<wanted>.+)"\)'
        ),
    ),
    (
        "assignment",
        SaidKind.DEFAULT,
        (
            rf"Incompatible default for parameter {_NAME}"
            r' \(default has type "(?P<given>.+)", parameter has type "(?P<wanted>.+)"\)'
        ),
    ),
    (
        "misc",
        SaidKind.NO_BASE,
        rf"Method {_NAME} is marked as an override, but no base method was found with this name",
    ),
    (
        "misc",
        SaidKind.FINAL,
        rf"Cannot override final attribute {_NAME} \(previously declared in base class {_OWNER}\)",
    ),
    ("misc", SaidKind.FINAL, rf"Cannot assign to final (?:name|attribute) {_NAME}"),
    ("misc", SaidKind.FINAL, rf"Cannot inherit from final class {_OWNER}"),
    ("misc", SaidKind.KIND, r"Cannot override .+"),
    ("misc", SaidKind.SUPER, rf"{_NAME} undefined in superclass"),
    (
        "safe-super",
        SaidKind.SUPER,
        rf"Call to abstract method {_NAME} of {_OWNER} with trivial body via super\(\) is unsafe",
    ),
    (
        "misc",
        SaidKind.BASES,
        rf"Definition of {_NAME} in base class {_OWNER} is incompatible with definition in base class .+",
    ),
    ("misc", SaidKind.BASES, rf"Cannot determine consistent method resolution order \(MRO\) for {_NAME}"),
    ("misc", SaidKind.READ_ONLY, rf"Property {_NAME} defined in {_OWNER} is read-only"),
    ("attr-defined", SaidKind.NAME, rf"Module {_OWNER} has no attribute {_NAME}(?:; maybe (?P<near>.+)\?)?"),
    ("attr-defined", SaidKind.NAME, rf"Module {_OWNER} does not explicitly export attribute {_NAME}"),
    ("attr-defined", SaidKind.NAME, rf"Module has no attribute {_NAME}(?:; maybe (?P<near>.+)\?)?"),
    (
        "name-defined",
        SaidKind.NAME,
        r'Name "(?:[\w.]+\.)?(?P<name>\w+)" is not defined(?:; did you mean (?P<near>.+)\?)?',
    ),
    ("union-attr", SaidKind.ATTRIBUTE, rf'Item "(?P<given>[^"]+)" of {_OWNER} has no attribute {_NAME}'),
    (
        "attr-defined",
        SaidKind.ATTRIBUTE,
        rf"{_OWNER} has no attribute {_NAME}(?:; maybe (?P<near>.+)\?)?(?: \(not (?:async )?iterable\))?",
    ),
    ("import-not-found", SaidKind.MODULE, rf"Cannot find implementation or library stub for module named {_NAME}"),
    ("import-untyped", SaidKind.UNTYPED_MODULE, rf"Library stubs not installed for {_NAME}"),
    ("import-untyped", SaidKind.UNTYPED_MODULE, rf"Skipping analyzing {_NAME}: .+"),
    (
        "call-arg",
        SaidKind.CALL,
        rf"Unexpected keyword argument {_NAME} for {_CALLEE}(?:; did you mean (?P<near>.+)\?)?",
    ),
    ("call-arg", SaidKind.CALL, rf"Missing named argument {_NAME} for {_CALLEE}"),
    ("call-arg", SaidKind.CALL, rf"Missing positional arguments? (?P<name>.+?) in call to {_CALLEE}"),
    ("call-arg", SaidKind.CALL, rf"Too (?:many|few)(?: positional)? arguments for {_CALLEE}"),
    ("misc", SaidKind.CALL, rf"{_CALLEE} gets multiple values for keyword argument {_NAME}"),
    ("call-overload", SaidKind.CALL, rf"No overload variant of {_CALLEE} matches .+"),
    (
        "arg-type",
        SaidKind.ARGUMENT,
        (
            rf'Argument (?P<name>\d+|"[^"]+") to {_CALLEE} has incompatible type "(?P<given>.+)";'
            r' expected "(?P<wanted>.+)"'
        ),
    ),
    (
        "arg-type",
        SaidKind.ITEM,
        r'Argument \d+ to <\w+> has incompatible type "(?P<given>.+)"; expected "(?P<wanted>.+)"',
    ),
    ("list-item", SaidKind.ITEM, r'\w+ item \d+ has incompatible type "(?P<given>.+)"; expected "(?P<wanted>.+)"'),
    (
        "dict-item",
        SaidKind.ITEM,
        r'[\w ]+ entry \d+ has incompatible type "(?P<given>.+)"; expected "(?P<wanted>.+)"',
    ),
    (
        "misc",
        SaidKind.ITEM,
        (
            r"(?:\w+ comprehension|\w+ expression in dictionary comprehension) has incompatible type"
            r" (?P<given>.+); expected(?: type)? (?P<wanted>.+)"
        ),
    ),
    ("operator", SaidKind.NOT_CALLABLE, rf"{_OWNER} not callable"),
    ("operator", SaidKind.OPERATOR, r"Unsupported .*operand types? for (?P<name>.+) \(.+\)"),
    ("index", SaidKind.NOT_INDEXABLE, rf"Value of type {_OWNER} is not indexable"),
    ("index", SaidKind.NOT_INDEXABLE, rf"Unsupported target for indexed assignment \({_OWNER}\)"),
    ("misc", SaidKind.NOT_ITERABLE, rf"{_OWNER} object is not iterable"),
    (
        "misc",
        SaidKind.NOT_AWAITABLE,
        rf'Incompatible types in "await" \(actual type {_OWNER}, expected type "(?P<wanted>.+)"\)',
    ),
    (
        "comparison-overlap",
        SaidKind.COMPARED,
        (
            r'Non-overlapping .+ check \((?:left operand|element|item) type: "(?P<given>.+)",'
            r' (?:right operand|container item|container) type: "(?P<wanted>.+)"\)'
        ),
    ),
    (
        "return-value",
        SaidKind.RETURNED,
        r'Incompatible return value type \(got "(?P<given>.+)", expected "(?P<wanted>.+)"\)',
    ),
    ("return-value", SaidKind.RETURNED, r"No return value expected|Return value expected"),
    ("return", SaidKind.RETURNED, r"Missing return statement"),
    (
        "misc",
        SaidKind.RETURNED,
        r'The return type of an? (?:async )?generator function should be "\w+" or one of its supertypes',
    ),
    ("empty-body", SaidKind.RETURNED, r"Missing return (?:value|statement)"),
    ("abstract", SaidKind.ABSTRACT, rf"Cannot instantiate abstract class {_OWNER} with abstract attributes? .+"),
    (
        "deprecated",
        SaidKind.DEPRECATED,
        r"(?:overload .+ of )?(?:function|class|property) (?P<owner>\S+) is deprecated: .*",
    ),
    ("superseded", SaidKind.DEPRECATED, r"field (?P<owner>\S+) is deprecated: .*"),
)
_UNDEFINED = re.compile(r'Name "(?P<whole>[\w.]+)" is not defined')
_QUOTED = re.compile(r'"([^"]*)"')
_WORD = re.compile(r"[A-Za-z_][\w.]*")


def read(message: Message) -> Said:
    """What the message is about."""
    for code, kind, pattern in _PATTERNS:
        # `re` keeps what it compiled; compiling all of them takes longer than most drivers give reason for.
        if code == message.code and (match := re.fullmatch(pattern, message.text)) is not None:
            return _said(message, kind, match.groupdict())
    return _said(message, SaidKind.OTHER, {})


def undefined_name(message: Message) -> str | None:
    """The whole name of which the message says that it is defined nowhere; None where it says something else."""
    found = _UNDEFINED.fullmatch(message.text) if message.code == "name-defined" else None
    return found["whole"] if found is not None else None


def _said(message: Message, kind: SaidKind, found: dict[str, str | None]) -> Said:
    owner, of, name = found.get("owner"), found.get("of"), found.get("name")
    if owner is not None:
        owner = owner.removeprefix("type[").removesuffix("]") if owner.startswith("type[") else owner
    return Said(
        kind=kind,
        text=message.text,
        code=message.code,
        file=message.file,
        line=message.line,
        end_line=message.end_line,
        name=name.strip('"') if name is not None else None,
        owner=f"{of}.{owner}" if of is not None else owner,
        given=_plain(found.get("given")),
        wanted=_plain(found.get("wanted")),
        near=(found.get("near") or "").strip('"') or None,
        mentions=frozenset(
            word for quoted in (*_QUOTED.findall(message.text), owner or "") for word in _WORD.findall(quoted)
        ),
    )


def _plain(given: str | None) -> str | None:
    """One type, or a pair of them as mypy has it for an entry of a mapping (`"str": "int"`)."""
    return given.replace('": "', ": ").strip('"') if given is not None else None
