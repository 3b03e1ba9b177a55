"""All that there is to know of one rule, for the terminal; `reports/pages.py` has the same as a page."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping

from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.life import Life
from virtapi_analyzer.model.pair import ParameterPair
from virtapi_analyzer.model.proof import Proof
from virtapi_analyzer.reports.proofs import proof_lines
from virtapi_analyzer.rules.declaration import Example, Hit, Miss, Right, Rule, Sources, Wrong, release_of

Verdicts = Iterable[tuple[str, Severity, Severity]]
"""`(where, host, driver)`: whom the rule hurts in what place."""

ALONE = (
    "Nobody is broken between two versions: the rule judges one interface by itself. `virtapi check` and `virtapi "
    "release` ask it of the working tree, where that declares roles in its own words (`@driver_interface`, "
    "`@host_interface`); `virtapi diff` does not. What it finds is denied unless the configuration says otherwise."
)
"""When a rule on one interface speaks, and what is done about it."""

LIFE = (
    "The rule looks at what each release had of an element, and at what the tree has now. `virtapi check` and `virtapi "
    "release` ask it of the working tree beside all its baselines, where it declares roles in its own words; `virtapi "
    "diff` does not. What it finds is denied unless the configuration says otherwise."
)
"""When a rule on the life of an element speaks, and what is done about it."""

OF_HOST = (
    "Nobody is broken between two versions: the rule judges what a host does with the newer one, which `--host` names "
    "for `virtapi check` and `virtapi diff`. What it finds is warned of unless the configuration says otherwise."
)
"""The same of a rule on a host."""

_WIDTH = 120
_HURTS = {Severity.BREAKING: "breaks", Severity.POTENTIALLY_BREAKING: "may break"}


def explanation(rule: Rule, verdicts: Verdicts, proofs: Iterable[Proof] = ()) -> str:
    """Title, text and advice, who is hurt where, the examples as code, the proofs of one, and where it happened."""
    who = textwrap.fill(about(rule), _WIDTH) if rule.alone else "\n".join(_who(rule, verdicts))
    blocks = [f"{rule.id}: {rule.summary}", rule.title, _without_marks(rule.text), who]
    blocks.extend("\n".join(_example(example)) for example in rule.examples)
    blocks.extend("\n".join(_proof(proof)) for proof in proofs)
    if unproved := without_proof(rule):
        blocks.append(unproved)
    if rule.evidence:
        blocks.append("\n".join(["Seen in", *(f"  {evidence}" for evidence in rule.evidence)]))
    return "\n\n".join(block for block in blocks if block) + "\n"


def about(rule: Rule) -> str:
    """What a rule that is not about two versions looks at, and what is done about what it finds."""
    if rule.of_host:
        return OF_HOST
    return LIFE if issubclass(rule.subject, Life) else ALONE


def hurt(host: Severity, driver: Severity) -> str:
    """The two audiences in words: "breaks drivers, may break the host"."""
    words = [f"{_HURTS[how]} {who}" for who, how in (("drivers", driver), ("the host", host)) if how in _HURTS]
    return ", ".join(words) or "breaks nobody"


def own_terms(rule: Rule) -> str:
    """The sides as the rule declares them: "implementer breaking", "nobody"; for one interface there are none."""
    if rule.alone:
        if rule.of_host:
            return "what a host does"
        return "the life of an element" if issubclass(rule.subject, Life) else "one interface by itself"
    sides = rule.sides
    named = (
        ("caller", sides.caller),
        ("implementer", sides.implementer),
        ("producer", sides.producer),
        ("consumer", sides.consumer),
    )
    return ", ".join(f"{who} {how}" for who, how in named if how in _HURTS) or "nobody"


def without_proof(rule: Rule) -> str | None:
    """Why `--prove` proves no such change, or not every one."""
    if rule.unprovable is not None:
        return f"No proof: {rule.unprovable}"
    return f"Not all can be proved: {rule.unseen}" if rule.unseen is not None else None


def decided_by(rule: Rule) -> str | None:
    """What decides a single case, where that is more exact than the rule."""
    if rule.subject is ParameterPair:
        return "Each case is decided by the calls that no longer bind, and may be milder."
    return None


def beside(example: Example, *, named: Callable[[str], str] = str) -> Iterator[str]:
    """What else is to be said of an example: the audiences where they are not the rule's own, and who else speaks.

    `named` says how another rule is written.
    """
    if isinstance(example, Hit):
        audiences = (("drivers", example.driver), ("the host", example.host))
        here = [f"{how} for {who}" for who, how in audiences if how is not None]
        if here:
            yield f"Here it is {' and '.join(here)}."
    if isinstance(example, Hit | Miss) and example.others:
        yield f"Other rules that speak of this: {', '.join(map(named, example.others))}."


def headline(example: Example) -> tuple[tuple[str, ...], str | None]:
    """The paths at which something is reported; without any, the reason why nothing is."""
    if isinstance(example, Hit | Wrong):
        return example.at, None
    return (), example.because


def versions(example: Example) -> tuple[tuple[str, Sources], ...]:
    """The sources of an example, each with what it is."""
    match example:
        case Hit() | Miss():
            hosts = [] if example.hosts is None else zip(("old host", "new host"), example.hosts, strict=True)
            return ("old", example.old), ("new", example.new), *hosts
        case Wrong():
            if example.hosts is not None:
                wrong, right = example.hosts
                return ("interface", example.source), ("wrong host", wrong), ("right host", right)
            return *_released(example.before), ("wrong", example.source), ("right", example.right)
        case Right():
            host = [] if example.host is None else [("host", example.host)]
            return *_released(example.before), ("right", example.source), *host


def _released(before: tuple[Sources, ...]) -> Iterator[tuple[str, Sources]]:
    for number, sources in enumerate(before):
        yield f"released as {release_of(number)}", sources


def files(sources: Sources) -> Mapping[str, str]:
    """The text of each file of one version, by its path in the package; "" where there is only one."""
    return {"": sources} if isinstance(sources, str) else sources


def _without_marks(text: str) -> str:
    return "\n".join(line.removeprefix("## ") for line in text.splitlines())


def _who(rule: Rule, verdicts: Verdicts) -> Iterator[str]:
    verdicts = list(verdicts)
    width = max((len(where) for where, *_ in verdicts), default=0)
    yield "Who breaks"
    for where, host, driver in verdicts:
        yield f"  {where:{width}}  {hurt(host, driver)}"
    yield f"  In the rule's own terms: {own_terms(rule)}."
    if decided := decided_by(rule):
        yield f"  {decided}"


def _proof(proof: Proof) -> Iterator[str]:
    first, *rest = proof_lines(proof)
    yield f"Proof: {first}"
    yield from (f"  {line}".rstrip() for line in rest)


def _example(example: Example) -> Iterator[str]:
    places, because = headline(example)
    yield f"Reported at {', '.join(places)}" if because is None else f"Not reported: {because}"
    for label, sources in versions(example):
        for file, source in files(sources).items():
            yield f"  {label}{f' {file}' if file else ''}"
            yield from (f"    {line}".rstrip() for line in source.strip("\n").splitlines())
    yield from (f"  {remark}" for remark in beside(example))
