"""The file of the acceptances with one more in it: sorted, and with every comment beside the entry that it is about."""

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Comment, Table, Whitespace

from virtapi_analyzer.model.errors import ConfigurationError
from virtapi_analyzer.model.finding import Acceptance

_KEYS = ("rule", "path", "reason", "by", "expires")


def with_acceptance(text: str, acceptance: Acceptance) -> str:
    """The text of an `accepted.toml` (it may be empty) with this acceptance in its place, by rule and by path.

    What stands between two entries goes with the second one; what stands above the first, and apart from it by an empty
    line, stays on top. Raises `ConfigurationError` for a file whose entries are not written under `[[accepted]]`.
    """
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise ConfigurationError(f"the acceptances are no TOML ({error}): correct them") from error
    entries = document.get("accepted")
    if entries is not None and not isinstance(entries, AoT):
        raise ConfigurationError(
            "the acceptances are one list: write each under [[accepted]], so that one can be added"
        )
    top, blocks = _blocks(text, list(entries.body) if entries is not None else [])
    blocks.append((acceptance.rule, acceptance.path, _written(acceptance)))
    parts = [top, *(block for _, _, block in sorted(blocks, key=lambda each: each[:2]))]
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def _blocks(text: str, tables: list[Table]) -> tuple[str, list[tuple[str, str, str]]]:
    """What stands on top, and `(rule, path, text)` of each entry, with the comment above it."""
    if not tables:
        return text, []
    own = [_split(table.value) for table in tables]
    inside = "".join(
        f"[[accepted]]{_behind(table)}{body}{rest}" for table, (body, rest) in zip(tables, own, strict=True)
    )
    above = text.removesuffix(inside)
    top, apart, first = above.rpartition("\n\n")
    leads = [first if apart or above.startswith("#") else above, *(rest for _, rest in own[:-1])]
    blocks = [
        (str(table["rule"]), str(table["path"]), f"{lead.strip()}\n[[accepted]]{_behind(table)}{body}")
        for table, lead, (body, _) in zip(tables, leads, own, strict=True)
    ]
    rule, path, last = blocks[-1]
    blocks[-1] = (rule, path, last + own[-1][1])
    return top, blocks


def _behind(table: Table) -> str:
    """What stands behind the header of an entry on its line."""
    trivia = table.trivia
    return f"{trivia.comment_ws}{trivia.comment}{trivia.trail}"


def _split(container: Container) -> tuple[str, str]:
    """The text of an entry up to its last key, and what follows: comments that are about the next one."""
    end = len(container.body)
    while end and container.body[end - 1][0] is None and isinstance(container.body[end - 1][1], Comment | Whitespace):
        end -= 1
    rest = "".join(item.as_string() for _, item in container.body[end:])
    return container.as_string().removesuffix(rest), rest


def _written(acceptance: Acceptance) -> str:
    table = tomlkit.table()
    for key in _KEYS:
        value = getattr(acceptance, key)
        if value is not None:
            table[key] = value
    return f"[[accepted]]\n{table.as_string()}"
