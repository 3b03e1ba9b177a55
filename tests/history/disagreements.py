"""Where findings with `--host` differ from the record: who is right, as a person has judged it from the sources."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "disagreements.toml"


@dataclass(frozen=True, slots=True)
class Judged:
    """`right` is "we" or "the record"; `because` is the reason, a clause or more."""

    right: str
    because: str


def judged(text: str | None = None) -> dict[tuple[str, str], Judged]:
    """What was judged, by the newer release and the label of the row."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8") if text is None else text)
    return {(each["new"], each["row"]): Judged(each["right"], each["because"]) for each in content["disagreement"]}
