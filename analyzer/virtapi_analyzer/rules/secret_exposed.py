"""Text is shown in `repr`, in messages and in logs, and a password in it with them.

Asked of every parameter, field and return between host and drivers whose name ends with a word for something secret
(`password`, `passphrase`, `secret`, `token`, `credentials`, `private_key` and the like) and that is or holds text or
bytes; keys of mappings do not count. A class of the interface's own is taken to hide what it holds. A `NewType` may
name a secret without being one, but for passwords: those are looked for in it.

## What to do instead

Give it a class that masks itself wherever it is shown, such as `virtapi.values.Secret`.
"""

import re
from collections.abc import Iterator

from virtapi_analyzer.model.element import Attribute
from virtapi_analyzer.model.fault import Fault, fault
from virtapi_analyzer.model.part import TypePart
from virtapi_analyzer.rules.declaration import Right, Wrong, interface_rule
from virtapi_analyzer.rules.spelling import TEXTS, held, supertype

_SECRET = re.compile(
    r"(^|_)(pass|pwd|passwords?|passwd|passphrases?|passcodes?|secrets?|tokens?|credentials?|(private|secret|api|access|auth|encryption)_keys?)$"
)
_PASSWORD = re.compile(r"(^|_)(pass|pwd|passwords?|passwd|passphrases?|passcodes?)$")


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
        Wrong(
            source=(
                'class Secret: ...\nPassword = NewType("Password", str)\n'
                "@dataclass(frozen=True)\nclass Volume: ...\n"
                "@driver_interface\nclass Driver:\n"
                "    def log_in(self, admin_pass: Password, secrets: Mapping[Volume, Secret | str], /) -> None: ..."
            ),
            at=("Driver.log_in(admin_pass)", "Driver.log_in(secrets)"),
            right=(
                "class Secret: ...\n@dataclass(frozen=True)\nclass Volume: ...\n"
                "@driver_interface\nclass Driver:\n"
                "    def log_in(self, admin_pass: Secret, secrets: Mapping[Volume, Secret], /) -> None: ..."
            ),
        ),
        Right(
            source=(
                "class Secret: ...\n@dataclass(frozen=True)\nclass Login:\n    token_name: str\n    key: str\n"
                "    has_password: bool\n    secrets: Mapping[str, Secret]\n"
                '    secret: SecretId\nSecretId = NewType("SecretId", str)\n'
                "@driver_interface\nclass Driver:\n    def log_in(self, login: Login, /) -> None: ..."
            ),
            because="Neither what names something secret nor every key is secret itself, and the secrets are typed so.",
        ),
    ),
)
def secret_exposed(part: TypePart) -> Iterator[Fault]:
    name = part.parameter.name if part.parameter is not None else part.element.name
    if part.type is None or not part.reached or not _SECRET.search(name):
        return
    names = held(part.type)
    if _PASSWORD.search(name):
        made_of = (supertype(each) for each in part.mentioned.values() if isinstance(each, Attribute))
        names = names.union(*(held(each) for each in made_of if each is not None))
    if not names.isdisjoint(TEXTS):
        yield fault(part, f"{part.place} is secret by its name, and shown as any text: `{part.type.text}`")
