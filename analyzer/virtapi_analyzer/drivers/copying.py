"""The checked copy: the driver's text with the same lines, without the comments that silence a type checker.

`# mypy:` comments change what mypy says of a file, and `# type: ignore` hides a line. Both are blanked; where something
was to be ignored is kept apart, so that what an author silenced is shown as silenced.
"""

import io
import re
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass

_IGNORE = re.compile(r"#\s*type:\s*ignore\b(?:\[(?P<codes>[^\]]*)\])?")
_SETTING = re.compile(r"#\s*(?:mypy:|pyright:)")
_ANY = re.compile(r"#\s*(?:mypy:|pyright:|type:\s*ignore\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The text that is checked, and the lines on which the author ignores errors: all of them, or some codes.

    `everywhere` says that the file as a whole is ignored.
    """

    text: str
    ignored: Mapping[int, frozenset[str]]
    everywhere: bool = False

    def ignores(self, first: int, last: int, code: str) -> bool:
        """Whether the author ignores an error with this code that stands on these lines."""
        if self.everywhere:
            return True
        found = (self.ignored[line] for line in range(first, last + 1) if line in self.ignored)
        return any(not codes or code in codes for codes in found)


def copied(text: str) -> Copy:
    """The copy of one file. What cannot be split into tokens is copied as it is: it has an error of syntax."""
    if _ANY.search(text) is None:
        return Copy(text=text, ignored={})
    lines = text.splitlines(keepends=True)
    ignored: dict[int, frozenset[str]] = {}
    everywhere, code_seen = False, False
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return Copy(text=text, ignored={})
    for token in tokens:
        if token.type != tokenize.COMMENT:
            code_seen = code_seen or token.type not in (tokenize.NL, tokenize.NEWLINE, tokenize.ENCODING)
            continue
        found = _IGNORE.search(token.string)
        if found is None and _SETTING.match(token.string) is None:
            continue
        row, column = token.start
        if found is not None:
            codes = (found["codes"] or "").split(",")
            ignored[row] = frozenset(code.strip() for code in codes if code.strip())
            everywhere = everywhere or (not code_seen and not lines[row - 1][:column].strip())
        line = lines[row - 1]
        lines[row - 1] = line[:column] + "#" + " " * (len(token.string) - 1) + line[column + len(token.string) :]
    return Copy(text="".join(lines), ignored=ignored, everywhere=everywhere)
