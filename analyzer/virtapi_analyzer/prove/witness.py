"""A witness: a small module that fits the old version and, if the finding is right, not the new one."""

import ast
from dataclasses import dataclass

from virtapi_analyzer.prove.spelling import Spelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One module. What it needs stands in `before` (beside the old version) or `after` (beside the new one), which
    differ where a name is gone; `body` is what is asked about, and errors elsewhere say nothing."""

    before: str
    after: str
    body: str

    @property
    def text(self) -> str:
        """The module as people read it, as it is beside the old version."""
        return f"{self.before}{self.body}"

    @property
    def readable(self) -> bool:
        """Whether Python can read both: a name of the old version need not be one that a program can write."""
        try:
            ast.parse(self.text)
            ast.parse(self.new_text)
        except (SyntaxError, ValueError):
            return False
        return True

    @property
    def new_text(self) -> str:
        """The module beside the new version."""
        return f"{self.after}{self.body}"


def witness(spelling: Spelling, body: str, *, given: str = "") -> Witness:
    """The module with this body. `given` stands before it and is asked nothing about."""
    spelling.prepare()
    parts = [_block(each, spelling, given, spaced=_spaced(body)) for each in (spelling.imports(), spelling.grafts())]
    return Witness(before=parts[0], after=parts[1], body=body)


def _spaced(body: str) -> bool:
    return body.startswith(("class ", "def ", "async def ", "@"))


def _block(imports: str, spelling: Spelling, given: str, *, spaced: bool) -> str:
    blocks = [imports, spelling.declarations(), given.rstrip("\n")]
    text = "\n\n".join(block.rstrip("\n") for block in blocks if block)
    return f"{text}\n{chr(10) * 2 if spaced else ''}" if text else ""
