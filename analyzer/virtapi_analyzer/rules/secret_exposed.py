"""Text is shown in `repr`, in messages and in logs, and a password in it with them.

Asked of every parameter, field and return between host and drivers whose name ends with a word for something secret
(`password`, `passphrase`, `secret`, `token`, `credentials`, `private_key` and the like) and whose type is made of text
or bytes. A type of the interface's own is taken to hide what it holds; a `NewType` is looked at no further.

## What to do instead

Give it a class that masks itself wherever it is shown, such as `virtapi.values.Secret`.
"""

import re
from collections.abc import Iterator

from virtapi_analyzer.model.element import Class
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.spelling import TEXTS, mentions

_SECRET = re.compile(
    r"(^|_)(passwords?|passwd|passphrases?|secrets?|tokens?|credentials?|(private|secret|api|access|auth|encryption)_keys?)$"
)


@interface_rule(
    summary="Something secret passes between host and drivers as text.",
    examples=(
        Wrong(
            source=(
                "@dataclass(frozen=True)\nclass Login:\n    user: str\n    password: str | None = None\n"
                "@driver_interface\nclass Driver:\n    def log_in(self, login: Login, token: str, /) -> None: ..."
            ),
            at=("Login.password", "Driver.log_in(token)"),
            right=(
                "class Secret: ...\n"
                "@dataclass(frozen=True)\nclass Login:\n    user: str\n    password: Secret | None = None\n"
                "@driver_interface\nclass Driver:\n    def log_in(self, login: Login, token: Secret, /) -> None: ..."
            ),
        ),
        Wrong(
            source="@host_interface\nclass Host:\n    def get_secret(self, name: str, /) -> bytes: ...",
            at=("Host.get_secret",),
            right="class Secret: ...\n@host_interface\nclass Host:\n    def get_secret(self, name: str) -> Secret: ...",
        ),
        Right(
            source=(
                "class Secret: ...\n@dataclass(frozen=True)\nclass Login:\n    token_name: str\n    key: str\n"
                "    has_password: bool\n    secrets: Mapping[str, Secret]\n"
                "@driver_interface\nclass Driver:\n    def log_in(self, login: Login, /) -> None: ..."
            ),
            because="Neither a name of something secret nor every key is secret itself, and the secrets are typed so.",
        ),
    ),
)
def secret_exposed(part: TypePart) -> Iterator[Fault]:
    name = part.parameter.name if part.parameter is not None else part.element.name
    if part.type is None or not part.reached or not _SECRET.search(name):
        return
    masked = any(isinstance(element, Class) for element in part.mentioned.values())
    if not masked and any(mentioned in TEXTS for mentioned, _ in mentions(part.type)):
        yield fault(part, f"{part.place} is secret by its name, and shown as any text: `{part.type.text}`")
