"""From what was seen of a driver beside one release to the verdict: one mistake, one diagnostic."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from virtapi_analyzer.drivers.beside import Beside
from virtapi_analyzer.drivers.checks import findings
from virtapi_analyzer.drivers.declaration import Check
from virtapi_analyzer.drivers.part import Found, MemberPart, Part, Rank, SaidPart
from virtapi_analyzer.drivers.parts import parts
from virtapi_analyzer.drivers.said_parts import concerns
from virtapi_analyzer.model.diagnostic import Checked, Diagnostic, Verdict, Weight
from virtapi_analyzer.model.said import SaidKind

Sign = tuple[Check, Found, Part]
Ignores = Callable[[Part], bool]
"""Whether the author silenced the type checker where a part stands."""


def judged(beside: Beside, ignores: Ignores) -> Checked:
    """How the driver stands beside the release."""
    looked_at = tuple(parts(beside))
    signs = [(check, found, part) for part in looked_at for check, found in findings([part])]
    diagnostics = tuple(
        sorted(
            (_diagnostic(group, beside.release.label, ignores) for group in _mistakes(signs)),
            key=lambda each: (each.location.file, each.location.line, each.rule, each.message),
        )
    )
    elsewhere = tuple(
        f"{beside.shown.get(beside.files.get(said.file, ''), said.file)}:{said.line}: {said.text} [{said.code}]"
        for said in beside.looked.said
        if not concerns(beside, said) and said.kind is not SaidKind.NO_BASE  # told from the classes themselves
    )
    return Checked(
        release=beside.release.label,
        verdict=_verdict(diagnostics),
        diagnostics=diagnostics,
        elsewhere=elsewhere,
        counts={
            "decorated": sum(isinstance(part, MemberPart) and part.mine.opaque for part in looked_at),
            "suppressed": sum(each.suppressed for each in diagnostics),
            "unresolved": len(beside.absent),
        },
        host=beside.host.sight if beside.host is not None else None,
    )


def _mistakes(signs: Iterable[Sign]) -> Iterator[list[Sign]]:
    """The signs of each mistake, the one that names it first.

    Signs of one element are one mistake, and so is what a sign says that it explains (a misspelt method is missing).
    """
    by_key = defaultdict[str, list[Sign]](list)
    for sign in signs:
        by_key[sign[1].key].append(sign)
    heads = {key: sorted(group, key=_order) for key, group in by_key.items()}
    explained = {
        also: key
        for key, group in sorted(heads.items(), key=lambda each: _order(each[1][0]), reverse=True)
        for also in group[0][1].also
        if also in heads and also != key
    }
    for key, group in heads.items():
        if key not in explained:
            more = [sign for also in group[0][1].also if explained.get(also) == key for sign in heads[also]]
            yield [*group, *more]


def _order(sign: Sign) -> tuple[int, int, str]:
    check, found, _ = sign
    weights = [Weight.ERROR, Weight.UNKNOWN, Weight.WARNING, Weight.NOTE]
    return check.rank, weights.index(found.weight or check.weight), check.id


def _diagnostic(group: list[Sign], release: str, ignores: Ignores) -> Diagnostic:
    check, found, part = group[0]
    others = (other for each, other, _ in group[1:] if each.rank is not Rank.HINT)
    reasons = tuple(dict.fromkeys(other.message for other in others if other.message != found.message))
    return Diagnostic(
        rule=check.id,
        release=release,
        path=found.path,
        location=found.location,
        message=found.message,
        weight=found.weight or check.weight,
        instead=found.instead or check.instead,
        reasons=reasons,
        suppressed=isinstance(part, SaidPart | MemberPart) and ignores(part),
    )


def _verdict(diagnostics: Iterable[Diagnostic]) -> Verdict:
    weights = {each.weight for each in diagnostics if not each.suppressed}
    if Weight.UNKNOWN in weights:
        return Verdict.UNKNOWN
    return Verdict.FAILS if Weight.ERROR in weights else Verdict.OK
