"""Proofs in words."""

from virtapi_analyzer.model.finding import Finding
from virtapi_analyzer.model.proof import Status

_ORDER = (Status.NOT_PROVED, Status.NO_PROOF, Status.PROVED)


def proof_word(finding: Finding) -> str | None:
    """How sure it is, for all audiences that are broken together; None where no proof was asked for."""
    found = [proof.status for proof in finding.proofs]
    return min(found, key=_ORDER.index).value if found else None
