"""Answers what was answered before and depends on nothing that has changed since."""

from collections.abc import Callable

from virtapi_analyzer.cli.output import Answer
from virtapi_analyzer.model.errors import AnalyzerError

Progress = Callable[[str], None]


def recalled(
    kind: str, key: Callable[[Progress], str | None], answer: Callable[[Progress], Answer], tell: Progress
) -> Answer:
    """The answer to a kind of question that is kept under its key, else a new one, which is kept then.

    What changed while the answer was worked out is noticed by the key, which is asked for once more: such an answer is
    not kept. Without a key, none is.
    """
    from virtapi_analyzer.interface.answers import remember, remembered

    def known() -> str | None:
        try:
            return key(tell)
        except (AnalyzerError, OSError):  # whoever looks for the answer says what is wrong
            return None

    folder = f"answers/{kind}"
    name = known()
    if name is None:
        return answer(tell)
    if (kept := remembered(folder, name)) is not None:
        return Answer(text=kept[0], status=kept[1])
    found = answer(tell)
    if known() == name:
        remember(folder, name, found.text, found.status)
    return found
