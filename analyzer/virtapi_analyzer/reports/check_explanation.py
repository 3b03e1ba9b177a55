"""All that there is to know of one check of drivers, for the terminal, and the table of all."""

from collections.abc import Iterable

from virtapi_analyzer.drivers.declaration import Check
from virtapi_analyzer.model.diagnostic import Weight

_MEANS = {
    Weight.ERROR: "The driver fails with the release (exit status 1).",
    Weight.UNKNOWN: "The driver cannot be judged beside the release (exit status 2).",
    Weight.WARNING: "It changes no verdict.",
    Weight.NOTE: "It changes no verdict.",
}


def check_explanation(check: Check) -> str:
    """Title, text and advice, and what it does to the verdict."""
    text = "\n".join(line.removeprefix("## ") for line in check.text.splitlines())
    blocks = [f"{check.id}: {check.summary}", check.title, text, _MEANS[check.weight]]
    return "\n\n".join(block for block in blocks if block) + "\n"


def check_table(checks: Iterable[Check]) -> str:
    """A table in Markdown, one row a check."""
    rows = [f"| `{check.id}` | {check.summary} | {check.weight.value} |" for check in checks]
    return "\n".join(["| check | what it says | weight |", "| --- | --- | --- |", *rows]) + "\n"
