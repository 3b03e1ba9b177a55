"""How rows of the record are read and held against findings; one pair of releases for real."""

import json

import pytest

from tests.history import figures, matching, page, replay
from tests.history.practice import practised
from tests.history.releases import compared, nearest
from tests.history.rows import Name, Row, read_rows
from tests.measured import unreachable
from virtapi_analyzer.model.change import Severity
from virtapi_analyzer.model.errors import SourceError
from virtapi_analyzer.model.finding import Finding, Level

DRIVER = "nova.virt.driver.ComputeDriver"
HARMLESS, PERHAPS, BREAKING = Severity.NON_BREAKING, Severity.POTENTIALLY_BREAKING, Severity.BREAKING


def row(symbol, kind, *, before=None, after=None, breaks=(False, False), **more) -> Row:
    fact = {
        "from_tag": "20.0.0", "to_tag": "21.0.0", "symbol": symbol, "kind": kind, "before": before, "after": after,
        "breaks_implementer": breaks[0], "breaks_caller": breaks[1], "failure_mode": "none",
        "file": "nova/virt/driver.py", **more,
    }  # fmt: skip
    return read_rows([json.dumps(fact)])[0]


def finding(path, rule="any", message="", *, host=HARMLESS, driver=HARMLESS, old="old", new="new") -> Finding:
    return Finding(
        rule=rule, path=path, element=path.partition("(")[0], host=host, driver=driver, level=Level.ALLOW,
        message=message, instead=None, old=old, new=new, location=None,
    )  # fmt: skip


def judged(of, *findings, host_implements=False, unseen=None):
    return matching.outcome(of, findings, host_implements=host_implements, unseen=unseen)


ADDED = row("ComputeDriver.cache_image", "method-added", after="(self)")
REMOVED = row("ComputeDriver.get_inventory", "method-removed", before="(self)", breaks=(False, True))
OPTIONAL = row(
    "ComputeDriver.spawn", "param-added-optional", before="(self)", after="(self, power_on=True)",
    params=["power_on=True"], breaks=(True, False),
)  # fmt: skip
MOVED = row("ComputeDriver.unrescue", "param-reordered", before="(a, b)", after="(b, a)", params=["instance"])
RENAMED_FLAG = row(
    "ComputeDriver.capabilities[supports_recreate -> supports_evacuate]", "capability-renamed", before="0", after="0"
)
ENTRY = row("NAMES[STARTED]", "event-constant-added", after="1", file="nova/virt/event.py")


@pytest.mark.parametrize(
    ("written", "old", "new"),
    [
        ("f", "f", None),
        ("C.a -> b", "C.a", "C.b"),
        ("C.a -> C.b", "C.a", "C.b"),
        ("C.flags[a -> b]", "C.flags[a]", "C.flags[b]"),
    ],
)
def test_a_symbol_may_have_two_names(written, old, new):
    symbol = row(written, "any").symbol
    assert symbol == Name(f"nova.virt.driver.{old}", f"nova.virt.driver.{new}" if new else None)


def test_a_parameter_is_read_without_its_default_and_stars():
    parameters = row("C.m", "param-renamed", params=["a->b", "c=None", "**rest"]).parameters
    assert parameters == (Name("a", "b"), Name("c"), Name("rest"))


def test_the_first_form_is_about_methods_parameters_and_flags():
    assert ADDED.first_form and OPTIONAL.first_form and RENAMED_FLAG.first_form
    assert row("C.m", "param-default-changed").first_form
    assert not ENTRY.first_form
    assert not row("MAP[a]", "capability-trait-mapping-added").first_form


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (ADDED, finding(f"{DRIVER}.cache_image", old=None)),
        (ADDED, finding(f"{DRIVER}.keep_image", "method-renamed", "is now called `cache_image`")),
        (REMOVED, finding(f"{DRIVER}.get_inventory", new=None)),
        (OPTIONAL, finding(f"{DRIVER}.spawn(power_on)")),
        (MOVED, finding(f"{DRIVER}.unrescue(instance)")),
        (MOVED, finding(f"{DRIVER}.unrescue(context)", message="in the call `unrescue(instance, network_info)`")),
        (RENAMED_FLAG, finding(f"{DRIVER}.capabilities[supports_recreate]", message="is now [supports_evacuate]")),
        (ENTRY, finding("nova.virt.event.NAMES", message="the value is now `{STARTED: 1}`")),
        (ENTRY, finding("nova.virt.event.NAMES[STARTED]", old=None)),
    ],
)
def test_a_finding_names_a_row(of, found):
    assert judged(of, found).named


@pytest.mark.parametrize(
    ("of", "found"),
    [
        (ADDED, finding(f"{DRIVER}.cache_image_later", old=None)),
        (ADDED, finding(f"{DRIVER}.cache_image")),
        (ADDED, finding(f"{DRIVER}.keep_image", "method-renamed", "is now called `cache_images`")),
        (REMOVED, finding(f"{DRIVER}.get_inventory")),
        (OPTIONAL, finding(f"{DRIVER}.spawn")),
        (OPTIONAL, finding(f"{DRIVER}.spawn(context)", message="the call `spawn(power_on=…)`")),
        (OPTIONAL, finding(f"{DRIVER}.rebuild(power_on)")),
        (MOVED, finding(f"{DRIVER}.unrescue(context)", message="in the call `unrescue(network_info)`")),
        (RENAMED_FLAG, finding(f"{DRIVER}.capabilities[supports_recreate]", message="is gone")),
        (ENTRY, finding("nova.virt.event.NAMES", message="the value is now `{RESTARTED: 1}`")),
    ],
)
def test_a_finding_about_something_else_names_no_row(of, found):
    assert not judged(of, found).named


def test_all_parameters_of_a_row_must_be_named():
    both = row("ComputeDriver.m", "param-added-required", before="()", after="(a, b)", params=["a", "b"])
    first, second = finding(f"{DRIVER}.m(a)"), finding(f"{DRIVER}.m(b)")
    assert not judged(both, first).named
    assert judged(both, first, second).findings == (first, second)


def test_the_audience_is_right_when_breaking_means_what_the_record_says():
    path = f"{DRIVER}.spawn(power_on)"
    assert judged(OPTIONAL, finding(path, driver=BREAKING)).right
    missed = judged(OPTIONAL, finding(path, driver=PERHAPS, host=BREAKING))
    assert missed.judged and not missed.right
    assert missed.misjudged == (
        "drivers: potentially-breaking here, breaking there (none); hosts: breaking here, unharmed there"
    )


def test_what_the_host_implements_breaks_drivers_that_call_it():
    found = finding(f"{DRIVER}.get_inventory", driver=BREAKING, new=None)
    assert judged(REMOVED, found, host_implements=True).right
    assert not judged(REMOVED, found).right


@pytest.mark.parametrize(
    ("kind", "driver", "host", "reason"),
    [
        ("param-added-optional", BREAKING, HARMLESS, "no call passed the argument to a driver that did not know it"),
        ("param-renamed", BREAKING, BREAKING, "no call named the keyword; no call named the keyword"),
        ("method-removed", BREAKING, HARMLESS, "no driver used what was removed"),
        ("attribute-removed", BREAKING, HARMLESS, "no driver used what was removed"),
        ("param-removed", HARMLESS, BREAKING, "no call passed the argument"),
        ("param-removed", BREAKING, BREAKING, None),
        ("param-added-required", BREAKING, HARMLESS, None),
        ("method-removed", BREAKING, BREAKING, None),
        ("capability-added", BREAKING, HARMLESS, None),
    ],
)
def test_more_than_the_record_shows_is_apart_only_with_a_reason(kind, driver, host, reason):
    outcome = judged(row("ComputeDriver.m", kind), finding(f"{DRIVER}.m", driver=driver, host=host))
    assert outcome.apart == reason
    assert outcome.judged is (reason is None)


def test_less_than_the_record_shows_is_never_apart():
    of = row("ComputeDriver.m", "method-removed", breaks=(False, True))
    assert judged(of, finding(f"{DRIVER}.m", driver=BREAKING, host=HARMLESS)).apart is None


def test_a_row_that_cannot_be_seen_does_not_count():
    outcome = judged(ADDED, unseen=replay.TEXT_ONLY)
    assert not outcome.counts and not outcome.named
    assert figures.Figures.of([outcome]) == figures.Figures(rows=1, counted=0, named=0, judged=0, right=0)


def test_a_missed_target_is_told():
    outcomes = [judged(ADDED, finding(f"{DRIVER}.cache_image", old=None))] * 8 + [judged(REMOVED)] * 2
    assert figures.FIRST.missed(outcomes) == [
        "Methods, parameters, defaults and capability flags: 8 of 10 named, at least 90 % demanded"
    ]
    assert figures.FIRST.missed(outcomes[:8]) == []
    assert figures.FIRST.missed([]) != []


def test_the_nearest_release_stands_for_one_that_the_index_lacks():
    assert [nearest(release) for release in ("17.0.0", "18.0.0", "21.0.0", "12.0.0")] == [
        "17.0.7", "18.0.2", "21.0.0", "12.0.0",
    ]  # fmt: skip


def test_only_an_index_that_cannot_be_asked_is_a_reason_to_skip():
    error = SourceError("the package index has no nova 99")
    assert not unreachable(error)
    error.__cause__ = OSError()
    assert unreachable(error)


def test_a_table_is_aligned():
    assert page.table(("kind", "rows"), [("a", 1), ("bcdef", 23)]).splitlines() == [
        "| kind  | rows |",
        "| ----- | ---: |",
        "| a     |    1 |",
        "| bcdef |   23 |",
    ]


def test_what_no_call_passes_has_broken_nobody_as_in_the_record():
    of = row("ComputeDriver.spawn", "param-added-optional", before="(self)", after="(self, a=1)", params=["a=1"])
    path = f"{DRIVER}.spawn(a)"
    alone, with_host = [finding(path, driver=BREAKING)], [finding(path)]
    found = practised(of, alone, with_host, host_implements=False)
    assert found is not None and found.right and not found.right_alone
    assert practised(of, alone, [], host_implements=False) is None


@pytest.mark.network
@pytest.mark.slow
def test_a_pair_of_releases_for_real(shared):
    rows = read_rows((shared / "nova" / "changes.jsonl").read_text(encoding="utf-8").splitlines())
    recorded = ("21.0.0", "22.0.0")
    try:
        replayed = replay.replay(recorded, [row for row in rows if row.pair == recorded])
    except SourceError as error:
        if not unreachable(error):
            raise
        pytest.skip(str(error))
    counted = [outcome for outcome in replayed.outcomes if outcome.counts]
    assert counted and all(outcome.right for outcome in counted)
    assert replayed.unrecorded == ()
    assert compared("22.0.0", "22.0.0").findings == ()
    assert all(each.right for each in replayed.practised)
