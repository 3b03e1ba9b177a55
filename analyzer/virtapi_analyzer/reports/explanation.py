"""All that there is to know of one rule."""

from collections.abc import Iterable, Iterator, Mapping

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.rules.declaration import Example, Hit, Rule, Sources

Verdicts = Iterable[tuple[str, Severity, Severity]]
"""`(where, host, driver)`: whom the rule hurts in what place."""

_HURTS = {Severity.BREAKING: "breaks", Severity.POTENTIALLY_BREAKING: "may break"}


def explanation(rule: Rule, verdicts: Verdicts) -> str:
    """Title, text and advice, who is hurt where, the examples as code, and where it happened."""
    blocks = [f"{rule.id}: {rule.summary}", rule.title, _without_marks(rule.text), "\n".join(_who(rule, verdicts))]
    blocks.extend("\n".join(_example(example)) for example in rule.examples)
    if rule.evidence:
        blocks.append("\n".join(["Seen in", *(f"  {evidence}" for evidence in rule.evidence)]))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _without_marks(text: str) -> str:
    return "\n".join(line.removeprefix("## ") for line in text.splitlines())


def _who(rule: Rule, verdicts: Verdicts) -> Iterator[str]:
    verdicts = list(verdicts)
    width = max((len(where) for where, *_ in verdicts), default=0)
    yield "Who breaks"
    for where, host, driver in verdicts:
        hurt = [f"{_HURTS[how]} {who}" for who, how in (("drivers", driver), ("the host", host)) if how in _HURTS]
        yield f"  {where:{width}}  {', '.join(hurt) or 'breaks nobody'}"
    if rule.subject is ParameterPair:
        yield "  Each case is decided by the calls that no longer bind, and may be milder."


def _example(example: Example) -> Iterator[str]:
    if isinstance(example, Hit):
        yield f"Reported at {', '.join(example.at)}"
    else:
        yield f"Not reported: {example.because}"
    for label, sources in (("old", example.old), ("new", example.new)):
        for file, source in _files(sources).items():
            yield f"  {label}{f' {file}' if file else ''}"
            yield from (f"    {line}".rstrip() for line in source.strip("\n").splitlines())


def _files(sources: Sources) -> Mapping[str, str]:
    return {"": sources} if isinstance(sources, str) else sources
