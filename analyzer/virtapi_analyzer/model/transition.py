"""A transition: an element whose end is announced, and what takes its place."""

from dataclasses import dataclass

from virtapi_analyzer.model.contract import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """Between two versions, an element that the newer one has superseded, or that the older one had and is gone.

    `text` and `successor_text` are the definitions for people, `role` is that of the class around it. `by` names the
    successor as the source does, `successor` is its path, None where there is none. `since` is the release that
    announced it, None where only a text does (`note`, PEP 702's). `announced` says that the older version did already.
    """

    path: str
    text: str
    role: Role | None = None
    by: str | None = None
    successor: str | None = None
    successor_text: str | None = None
    since: str | None = None
    note: str | None = None
    announced: bool = False
    gone: bool = False
