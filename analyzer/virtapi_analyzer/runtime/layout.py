"""How produced code is laid out: as ruff's formatter would do it, so that a produced module needs none."""

from collections.abc import Sequence

WIDTH = 120
"""The longest line."""


def call_text(head: str, arguments: Sequence[str], indent: str) -> str:
    """A call on one line, or with its arguments on one line of their own, or with a line for each.

    Args:
        head: all before the arguments, from the indentation to the opening parenthesis.
        arguments: the text of each argument.
        indent: the indentation of the statement.
    """
    deeper = f"{indent}    "
    layouts = (
        f"{head}{', '.join(arguments)})",
        f"{head}\n{deeper}{', '.join(arguments)}\n{indent})",
        f"{head}\n" + "".join(f"{deeper}{each},\n" for each in arguments) + f"{indent})",
    )
    return next((each for each in layouts if max(map(len, each.splitlines())) <= WIDTH), layouts[-1])
