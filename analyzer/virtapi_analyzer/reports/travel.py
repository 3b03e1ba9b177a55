"""How the values of a class travel, in words, for the terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import ClassKind
from virtapi_analyzer.model.interface import Flow
from virtapi_analyzer.model.step import Step, StepKind
from virtapi_analyzer.model.travel import Effect, Travel
from virtapi_analyzer.reports.explanation import hurt
from virtapi_analyzer.reports.titles import from_class

_WIDTH = 120
_WAYS = {
    Flow.TO_DRIVER: "to drivers",
    Flow.TO_HOST: "to the host",
    Flow.PERHAPS_TO_DRIVER: "perhaps to drivers",
    Flow.PERHAPS_TO_HOST: "perhaps to the host",
}
_IMPLEMENTS = {
    Role.DRIVER: "drivers implement it and the host calls it",
    Role.HOST: "the host implements it and drivers call it",
}
_BECAUSE = (
    "Perhaps: whoever gets a container, or an object whose fields can be set, may put values of his own there. What "
    "goes such a way may break, if somebody does."
)


def travel_text(travel: Travel) -> str:
    """Who implements the class, each way with its reasons, and what changes would do."""
    kind = travel.element
    place = f"{kind.location.file}:{kind.location.line}"
    title = f"{kind.path}, {_article(kind.kind)}"
    blocks = [
        f"{title}{' ' * max(2, _WIDTH - len(title) - len(place))}{place}",
        "\n".join(textwrap.wrap(_role(travel), _WIDTH)),
    ]
    blocks += ["\n".join(_way(way, steps)) for way, steps in travel.ways]
    if any(way in (Flow.PERHAPS_TO_DRIVER, Flow.PERHAPS_TO_HOST) for way, _ in travel.ways):
        blocks.append(textwrap.fill(_BECAUSE, _WIDTH))
    if travel.effects:
        blocks.append("\n".join(_effects(travel.effects)))
    return "\n\n".join(blocks) + "\n"


def _article(kind: ClassKind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


def _role(travel: Travel) -> str:
    if travel.roles:
        who = " and ".join(_IMPLEMENTS[role] for role in sorted(travel.roles, key=lambda role: role.value))
        return f"Role: {who}. Its values are used and not sent, so they flow nowhere."
    sure = {way for way, _ in travel.ways}
    if not sure:
        return "Role: none. No class with a role sends or takes its values: it is used by callers alone."
    if {Flow.TO_DRIVER, Flow.TO_HOST} <= sure:
        return "Role: none. Drivers and the host make its values, and each reads the other's."
    maker, reader = ("drivers make", "the host reads") if Flow.TO_HOST in sure else ("the host makes", "drivers read")
    return f"Role: none. {maker[0].upper()}{maker[1:]} its values, and {reader} them."


def _way(way: Flow, steps: Sequence[Step]) -> Iterator[str]:
    yield f"It flows {_WAYS[way]}:"
    told = [_step(step) for step in steps]
    width = max(map(len, told))
    for step, words in zip(steps, told, strict=True):
        yield f"  {words:{width}}  {_WAYS[step.way]}" if len(steps) > 1 else f"  {words}"


def _step(step: Step) -> str:
    at, to = from_class(step.at), from_class(step.to)
    match step.kind:
        case StepKind.TAKES:
            return f"{at} takes {step.text} as `{step.parameter}`"
        case StepKind.RETURNS:
            return f"{at} returns {step.text}"
        case StepKind.RAISES:
            return f"{at} raises {to}"
        case StepKind.HOLDS:
            return f"{at} holds {step.text}"
        case StepKind.IMPLICIT:
            return f"every method of {at} may raise {to}"
        case StepKind.ARGUMENT:
            return f"{at} derives from {step.text}"
        case StepKind.SUBCLASS:
            return f"{to} derives from {at}, and is sent as one"
        case StepKind.BASE:
            return f"{at} derives from {to}"


def _effects(effects: Sequence[Effect]) -> Iterator[str]:
    yield "What a change of it does:"
    width = max(len(effect.summary) for effect in effects)
    whom = max(len(hurt(effect.host, effect.driver)) for effect in effects)
    for effect in effects:
        yield f"  {effect.summary:{width}}  {hurt(effect.host, effect.driver):{whom}}  {effect.rule}"
