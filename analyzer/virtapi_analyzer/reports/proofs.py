"""Proofs in words."""

from collections.abc import Iterator

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.finding import Finding
from virtapi_analyzer.model.proof import Judge, Proof, Status

_ORDER = (Status.NOT_PROVED, Status.NO_PROOF, Status.PROVED)
_CHECKED = {
    Role.DRIVER: "a driver that type-checks with the old version:",
    Role.HOST: "host code that type-checks with the old version:",
}
_CALLED = {
    Role.DRIVER: "an override written for the old version, and a call as the new one allows it:",
    Role.HOST: "what the old version declares, and a call as it allows it:",
}
_WHO = {Role.DRIVER: "drivers", Role.HOST: "the host"}
_IMPORTS = ("from ", "import ")


def status_of(finding: Finding) -> Status | None:
    """How sure it is, for all audiences that are broken together; None where no proof was asked for."""
    return min((proof.status for proof in finding.proofs), key=_ORDER.index, default=None)


def proof_word(finding: Finding) -> str | None:
    """The same in a word."""
    status = status_of(finding)
    return status.value if status is not None else None


def proof_lines(proof: Proof) -> Iterator[str]:
    """A proof in lines: what the witness is, the witness without its imports, and what the judge says of it."""
    if proof.status is not Status.PROVED or proof.witness is None:
        yield f"{_WHO[proof.audience]} {proof.status.value}: {proof.answer}"
        return
    yield _CALLED[proof.audience] if proof.judge is Judge.PYTHON else _CHECKED[proof.audience]
    yield from (f"  {line}".rstrip() for line in _told(proof.witness))
    yield f"Python: {proof.answer}" if proof.judge is Judge.PYTHON else f"mypy, with the new one: {proof.answer}"


def _told(witness: str) -> list[str]:
    lines = witness.strip("\n").splitlines()
    rest = [line for line in lines if not line.startswith(_IMPORTS)]
    told = "\n".join(rest).strip("\n").splitlines() or lines
    return [line for line in told if line]


def proved_words(proofs: list[Status]) -> str:
    """How many of the breaking findings are proved, in a sentence."""
    proved, none = proofs.count(Status.PROVED), proofs.count(Status.NO_PROOF)
    words = [f"{proved} of {len(proofs)} breaking changes {'is' if proved == 1 else 'are'} proved"]
    if none:
        words.append(f"{none} cannot be by {'its' if none == 1 else 'their'} kind")
    return f"{', '.join(words)}."
