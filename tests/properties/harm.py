"""Whom a change hurts, in the words of rules: who calls and who implements, who makes a value and who reads it."""

from dataclasses import dataclass

from virtapi_analyzer.model.change import Severity

NOT, PERHAPS, BREAKS = Severity.NON_BREAKING, Severity.POTENTIALLY_BREAKING, Severity.BREAKING


@dataclass(frozen=True, slots=True)
class Harm:
    """How bad an edit is at least: for who calls or implements a class, for who makes or reads a value."""

    caller: Severity = NOT
    implementer: Severity = NOT
    producer: Severity = NOT
    consumer: Severity = NOT


ALL = Harm(BREAKS, BREAKS, BREAKS, BREAKS)
BOTH = Harm(BREAKS, BREAKS)
CALLER, IMPLEMENTER = Harm(caller=BREAKS), Harm(implementer=BREAKS)
PRODUCER, CONSUMER = Harm(producer=BREAKS), Harm(consumer=BREAKS)
PERHAPS_ALL = Harm(PERHAPS, PERHAPS, PERHAPS, PERHAPS)
NOBODY = Harm()
