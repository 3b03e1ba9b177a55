"""One package that has something of everything, so that every kind of edit has a place in it."""

from tests.properties.descriptions import (
    INT,
    UNION,
    Alias,
    Choice,
    Class,
    Data,
    Error,
    Field,
    Function,
    Import,
    Package,
    Parameter,
    Property,
    Type,
    Variable,
)
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import ParameterKind
from virtapi_analyzer.model.interface import Flow

TEXT = Type("str")
PARAMETERS = (
    Parameter("instance", ParameterKind.POSITIONAL_ONLY),
    Parameter("flavor", type=TEXT),
    Parameter("timeout", default="60"),
    Parameter("force", ParameterKind.KEYWORD_ONLY, default="0"),
)
DRIVER = Class(
    "Driver",
    (
        Function("spawn", PARAMETERS, abstract=True, raises=("OSError", "KeyError")),
        Function("destroy", PARAMETERS[1:3], refuses=True),
        Function("get_host", PARAMETERS[:2], raises=(), marks=frozenset(["concurrent", "experimental", "superseded"])),
        Function("plug_all", (Parameter("args", ParameterKind.VAR_POSITIONAL), *PARAMETERS[3:]), final=True),
        Function("from_uri", PARAMETERS[1:], binding="classmethod"),
        Function("parse", PARAMETERS[:1], asynchronous=True, binding="staticmethod"),
        Function("convert", forms=(TEXT, Type(UNION, (INT, Type("None"))))),
        Property("zone", TEXT, settable=True, deletable=True),
        Property("node", TEXT, abstract=True),
        Variable("version", value="1"),
        Variable("limit", value="10", final=True),
        Variable("uri", TEXT),
    ),
    Role.DRIVER,
)
SPECIAL = Class(
    "Special", (Function("pause", PARAMETERS[:1], abstract=True), Variable("speed", value="3")), Role.DRIVER, "Driver"
)
SERVICES = Class(
    "Services",
    (
        Function("emit", PARAMETERS[1:], abstract=True),
        Function("lookup", PARAMETERS[:3]),
        Property("clock", settable=True),
    ),
    Role.HOST,
)
FIELDS = (Field("state"), Field("cores", TEXT), Field("memory", default="4"))
MEMBERS = (Variable("ON", value="1"), Variable("OFF", value="2"), Variable("LOST", value="3"))
BOTH_WAYS = Flow.TO_DRIVER | Flow.TO_HOST

SPECIMEN = Package(
    root=(
        DRIVER,
        SPECIAL,
        SERVICES,
        Class("Client", (Function("run", PARAMETERS), Variable("retries", value="3"))),
        Data("Info", "dataclass", (*FIELDS, Field("uuid", default="0", keyword_only=True)), "info", Flow.TO_HOST),
        Data("Spec", "dataclass", FIELDS, "spec", Flow.TO_DRIVER, frozenset({"frozen=True", "order=True"})),
        Data("Host", "TypedDict", (Field("name", TEXT), Field("rack", optional=True)), "host", Flow.TO_HOST),
        Choice("State", MEMBERS, "state", Flow.TO_HOST),
    ),
    sub=(
        Data("Size", "NamedTuple", FIELDS, "size", Flow.TO_HOST),
        Data("Limits", "TypedDict", (Field("least"), Field("most", optional=True)), "limits", BOTH_WAYS),
        Choice("Phase", MEMBERS, "phase", Flow.TO_DRIVER, "IntEnum", open=True),
        Choice("Colour", (Variable("RED", value="'red'"), Variable("BLUE", value="'blue'")), "colour", base="StrEnum"),
        Function("connect", PARAMETERS, asynchronous=True, raises=("OSError",)),
        Function("load", forms=(TEXT, INT)),
        Variable("TIMEOUT", value="60"),
        Variable("LIMIT", value="5", final=True),
        Alias("Callback", Type("Callable", (INT, TEXT))),
        Error("Refused", "OSError"),
        Import("Path", "pathlib.Path"),
    ),
    reexported=("Size", "connect", "TIMEOUT"),
)
