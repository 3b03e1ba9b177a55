"""The code on a page of documentation: the files that it builds up, and what it quotes from files of this repository."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

FENCE = re.compile(r"^```(?:python|toml)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (?P<file>[\w./-]+\.(?:py|toml))(?P<continued>, continued)?\n")
QUOTED = re.compile(r"^in \[[^\]]+\]\((?P<file>[^)]+)\):\n\n```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def files(page: str) -> Mapping[str, str]:
    """The files that the page builds up, by name. The first line of each piece names its file."""
    built: dict[str, str] = {}
    for fence in FENCE.finditer(page):
        named = NAMED.match(fence["code"])
        if named is None:
            continue
        assert bool(named["continued"]) == (named["file"] in built), f"{named['file']} begins twice, or nowhere"
        built[named["file"]] = built.get(named["file"], "") + fence["code"][named.end() :]
    return built


def quotations(page: str) -> Iterator[tuple[str, str]]:
    """What the page quotes: the file, relative to the page, and the text."""
    return ((each["file"], each["code"]) for each in QUOTED.finditer(page))


def nameless(page: str) -> int:
    """How many pieces of Python are neither of a file that the page builds up nor quoted."""
    python = [each for each in FENCE.finditer(page) if NAMED.match(each["code"]) is None]
    return len(python) - len(list(quotations(page)))


def write(page: str, folder: Path) -> list[Path]:
    """Put the files of the page into a folder, with the empty ones that make packages of its folders."""
    for name, text in files(page).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        if target.parent not in (folder, folder / "tests"):
            target.parent.joinpath("__init__.py").touch()
    return sorted(folder.rglob("*.py"))
