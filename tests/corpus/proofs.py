"""Which of the breaking findings on the corpus are proved, and why the others are not."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.corpus.cases import PACKAGE, Case
from tests.history.figures import percent
from tests.history.page import table
from tests.prove.batch import Proved, Step, proved
from virtapi_analyzer.model.proof import Judge, Status

DEMANDED = 0.95


def proofs(cases: Iterable[Case]) -> tuple[Proved, ...]:
    """Every breaking finding of every case with its proof, by mypy or by Python's binding."""
    return proved(
        Step(name=case.id, old=_files(case.old), new=_files(case.new), driver_interfaces=case.implements)
        for case in cases
    )


def share(found: Sequence[Proved]) -> float:
    """Which share of the findings is proved; all of nothing."""
    return len(_with(found, Status.PROVED)) / len(found) if found else 1.0


def missed_proofs(found: Sequence[Proved]) -> list[str]:
    """The targets that are missed, in words."""
    told = []
    if share(found) < DEMANDED:
        told.append(f"{percent(share(found))} of the breaking findings proved, at least {percent(DEMANDED)} demanded")
    told.extend(f"neither proved nor with a reason: {each.told}" for each in _with(found, Status.NOT_PROVED))
    return told


def section(found: Sequence[Proved]) -> str:
    """The part of the page that is about proofs, as Markdown."""
    by_mypy = sum(each.proof.judge is Judge.MYPY for each in _with(found, Status.PROVED))
    by_binding = sum(each.proof.judge is Judge.PYTHON for each in _with(found, Status.PROVED))
    rows = [
        (f"`{each.step}`", f"`{each.change.rule}`", each.proof.audience.value, each.proof.status.value,
         each.proof.answer)
        for each in found
        if each.proof.status is not Status.PROVED
    ]  # fmt: skip
    about = (
        "A breaking finding is proved by a small driver or host module that type-checks with the old version and not "
        "with the new one (mypy `--strict` with `mutable-override`), or where mypy sees nothing, by a call that Python "
        f"binds with one of them alone. At least {percent(DEMANDED)} is demanded of all breaking findings, a finding "
        "counted once for each audience that it breaks."
    )
    counts = (
        f"{len(found)} breaking findings, {by_mypy} of them proved by mypy and {by_binding} by binding: "
        f"{percent(share(found))}. The others:"
    )
    others = table(("case", "rule", "audience", "proof", "reason"), rows) if rows else "None."
    return "\n\n".join(("## Proofs", about, counts, others))


def _with(found: Iterable[Proved], status: Status) -> list[Proved]:
    return [each for each in found if each.proof.status is status]


def _files(folder: Path) -> dict[str, str]:
    root = folder / PACKAGE
    files = (file for file in sorted(root.rglob("*")) if file.suffix in (".py", ".pyi"))
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}
