"""Findings proved: every witness is judged beside both versions, all of them in one run of mypy a side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from virtapi_analyzer.compare.signatures import charge
from virtapi_analyzer.compare.typed_places import annotated
from virtapi_analyzer.model.charge import Charge
from virtapi_analyzer.model.element import Signature
from virtapi_analyzer.model.pair import AnyPair, FieldPair, ItemPair, ParameterPair
from virtapi_analyzer.model.proof import Judge, Proof, Status
from virtapi_analyzer.prove.binding import Bound, bound
from virtapi_analyzer.prove.claim import Claim, Term
from virtapi_analyzer.prove.data import signature_of
from virtapi_analyzer.prove.spelling import Versions
from virtapi_analyzer.prove.templates import makes, witnesses
from virtapi_analyzer.prove.vocabulary import with_vocabulary
from virtapi_analyzer.prove.witness import Witness
from virtapi_analyzer.rules import catalogue

Files = Mapping[str, str]

_MISSING = frozenset({"attr-defined", "import-not-found", "import-untyped", "import", "name-defined", "valid-type"})
"""What mypy says where it does not find what a witness names."""


_LESS_SAID = frozenset({"no-untyped-call", "no-any-return", "untyped-decorator"})
"""What it says where the new version says less of its types: nothing fails there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim with all that may prove it."""

    claim: Claim
    witnesses: tuple[Witness, ...]
    bound: Bound | None = None
    reason: str | None = None


def prove(claims: Sequence[Claim], versions: Versions, old: Files, new: Files, *, cache: Path) -> tuple[Proof, ...]:
    """What became of each claim, in order. `old` and `new` are the files of the two versions; `cache` is a folder where
    mypy may keep what it knows of typeshed."""
    return settle([draft(claim, versions) for claim in claims], old, new, cache=cache)


def draft(claim: Claim, versions: Versions) -> Draft:
    """All that may prove a claim."""
    never, unseen = _reasons()[claim.change.rule]
    if never is not None:
        return Draft(claim=claim, witnesses=(), reason=never)
    binds = _bound(claim, versions)
    if binds is not None and binds.answer is not None and _untyped(claim.change.pair):
        return Draft(claim=claim, witnesses=(), bound=binds)
    found = [each for term in claim.terms for each in witnesses(versions, claim.change, term)]
    by_text = {each.text: each for each in found if each.readable}
    return Draft(
        claim=claim,
        witnesses=tuple(by_text.values()),
        bound=binds,
        reason=unseen,
    )


def settle(drafts: Sequence[Draft], old: Files, new: Files, *, cache: Path) -> tuple[Proof, ...]:
    """What the judges say of the drafts, in order. mypy is asked once a side, where Python's binding does not do."""
    every = dict.fromkeys(each for draft_ in drafts for each in draft_.witnesses)
    modules = {each: f"w{number}" for number, each in enumerate(every)}
    if not modules:
        return tuple(_proof(each, {}) for each in drafts)
    from virtapi_analyzer.checker.witnessing import complaints
    from virtapi_analyzer.checker.world import CannotBuildError

    try:
        before = complaints(with_vocabulary(old), {name: each.text for each, name in modules.items()}, cache)
        after = complaints(with_vocabulary(new), {name: each.new_text for each, name in modules.items()}, cache)
    except CannotBuildError as error:
        return tuple(_proof(each, {}, blocked=f"mypy could not go on: {error}") for each in drafts)
    answers = {}
    for each, name in modules.items():
        known = {(m.line - each.before.count("\n"), m.code, m.text) for m in before.get(name, ())}
        start = each.after.count("\n")
        said = [m for m in after.get(name, ()) if (m.line - start, m.code, m.text) not in known]
        said = [m for m in said if m.code not in _LESS_SAID]
        lost = any(m.line <= start and m.code in _MISSING for m in said)
        answers[each] = None if lost else next((m.text for m in said if m.line > start), None)
    return tuple(_proof(each, answers) for each in drafts)


def _proof(draft_: Draft, answers: Mapping[Witness, str | None], *, blocked: str | None = None) -> Proof:
    audience = draft_.claim.audience
    told = [(each, answer) for each in draft_.witnesses if (answer := answers.get(each)) is not None]
    if told:
        found, answer = told[0]
        return Proof(audience=audience, status=Status.PROVED, answer=answer, witness=found.text, judge=Judge.MYPY)
    if draft_.bound is not None and draft_.bound.answer is not None:
        return Proof(
            audience=audience, status=Status.PROVED, answer=draft_.bound.answer, witness=draft_.bound.witness,
            judge=Judge.PYTHON,
        )  # fmt: skip
    if draft_.reason is not None:
        return Proof(audience=audience, status=Status.NO_PROOF, answer=draft_.reason)
    if not draft_.witnesses and draft_.bound is None:
        return Proof(audience=audience, status=Status.NO_PROOF, answer="no program is known that would show it")
    first = draft_.witnesses[0].text if draft_.witnesses else draft_.bound.witness if draft_.bound else None
    answer = blocked or "mypy accepts it beside the new version as it does beside the old one"
    return Proof(audience=audience, status=Status.NOT_PROVED, answer=answer, witness=first, judge=Judge.MYPY)


@cache
def _reasons() -> Mapping[str, tuple[str | None, str | None]]:
    """For each rule, why no judge can ever see it, and why none may."""
    return {rule.id: (rule.unprovable, rule.unseen) for rule in catalogue()}


def _bound(claim: Claim, versions: Versions) -> Bound | None:
    """What Python's binding says, where calls are what the claim is about."""
    pair = claim.change.pair
    match pair:
        case ParameterPair() if claim.change.charge is not None and pair.callable.both is not None:
            old, new = (side.signature for side in pair.callable.both)
            return _between(pair.callable.name, claim.change.charge, old, new, claim.terms)
        case FieldPair() | ItemPair() if pair.owner.both is not None and makes(pair, claim.terms):
            return _of_objects(pair, versions)
        case _:
            return None


def _untyped(pair: AnyPair) -> bool:
    """Whether a change is one of a function that says nothing of types: then Python's word is enough."""
    return isinstance(pair, ParameterPair) and pair.callable.old is not None and not annotated(pair.callable.old)


def _of_objects(pair: FieldPair | ItemPair, versions: Versions) -> Bound | None:
    """The same of objects that are made of their fields: whoever makes them calls the old constructor."""
    assert pair.owner.both is not None
    old = signature_of(versions.old.classes, pair.owner.both[0])
    new = signature_of(versions.new.classes, pair.owner.both[1])
    if old is None or new is None:
        return None
    own = pair.charge if isinstance(pair, FieldPair) else None
    charges = [own] if own is not None else [each for _, _, each in charge(old, new)]
    for each in charges:
        if each is not None and each.caller is not None:
            return _between(pair.owner.name, each, old, new, (Term.CALLER,))
    return None


def _between(name: str, charged: Charge, old: Signature, new: Signature, terms: Sequence[Term]) -> Bound | None:
    found = None
    for term in terms:
        implements = term is Term.IMPLEMENTER
        failure = charged.implementer if implements else charged.caller if term is Term.CALLER else None
        if failure is not None:
            fits, fails = (new, old) if implements else (old, new)
            found = bound(name, failure, fits, fails, override=implements)
            if found is not None and found.answer is not None:
                return found
    return found
