"""How rows of the record are read and held against what the command says; one meeting for real."""

import json

import pytest

from tests.measured import unreachable
from tests.replay import replay
from tests.replay.asking import Told, answers
from tests.replay.page import page
from tests.replay.releases import host_of
from tests.replay.replay import Outside, Replayed
from tests.replay.rows import Result, read_rows
from virtapi_analyzer.model.errors import SourceError

FACT = {
    "repo": "nova-lxd", "ref": "origin/stable/stein", "nova_tag": "19.0.0", "method": "get_info", "result": "break",
    "driver_signature": "(self, instance)", "errors": ["TypeError: unexpected keyword use_cache @_sync"],
}  # fmt: skip


def row(**other):
    return read_rows([json.dumps({**FACT, **other})])[0]


def outcome(with_calls, *, result="break", alone=Told.PERHAPS):
    return Replayed(
        row=row(result=result), version="19.0.0", host="19.0.0", with_calls=with_calls, alone=alone, words="why"
    )


def diagnostic(rule, severity="error", method="get_info"):
    return {"rule": rule, "severity": severity, "path": f"lxd.Driver.{method}", "message": "why"}


@pytest.mark.parametrize(
    ("rule", "severity", "told"),
    [
        ("override-signature", "error", Told.BREAKING),
        ("override-signature", "warning", Told.PERHAPS),
        ("override-misdirected", "error", Told.WRONG),
        ("override-misdirected", "warning", Told.PERHAPS),
        ("override-dead", "note", Told.DEAD),
    ],
)
def test_what_is_said_of_an_override(rule, severity, told):
    (answer,) = answers([diagnostic(rule, severity), diagnostic("import-missing")])
    assert (answer.method, answer.told) == ("get_info", told)


@pytest.mark.parametrize(
    ("result", "told", "right"),
    [
        ("break", Told.BREAKING, True),
        ("break", Told.PERHAPS, False),
        ("break", Told.WRONG, False),
        ("differs-but-binds", Told.NOTHING, True),
        ("differs-but-binds", Told.WRONG, True),
        ("differs-but-binds", Told.BREAKING, False),
        ("differs-but-binds", Told.PERHAPS, False),
        ("dead-override", Told.DEAD, True),
        ("dead-override", Told.NOTHING, False),
    ],
)
def test_what_may_be_said_of_a_row(result, told, right):
    assert outcome(told, result=result).right is right


def test_the_nearest_patch_stands_for_a_release_that_the_index_lacks_unless_it_is_another_one_there():
    assert host_of("17.0.0", "destroy").label == "17.0.7"
    assert host_of("17.0.0", "detach_volume").label == "small 17.0.0"
    assert host_of("13.0.0", "anything").label == "small 13.0.0"


def test_a_page_tells_what_is_missed_and_what_has_no_reason(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(replay, "PAGE", tmp_path / "README.md")
    found = Outside(
        driver="nova-lxd", version="19.0.0", host="19.0.0", method="Driver.spawn",
        with_calls=Told.BREAKING, alone=Told.NOTHING, words="why", reason=None,
    )  # fmt: skip
    assert replay.tell([outcome(Told.PERHAPS)], [found], write=True) == 1
    said = capsys.readouterr().err
    assert "missed, nova-lxd 19.0.0, get_info: potentially-breaking" in said
    assert "missed, nova-lxd 19.0.0, Driver.spawn: found, and nothing says why" in said
    right = outcome(Told.BREAKING)
    assert replay.tell([right], [], write=True) == 0
    assert (tmp_path / "README.md").read_text() == page([right], [])
    assert replay.tell([right, right], [], write=False) == 1
    assert "is stale" in capsys.readouterr().err


@pytest.mark.network
@pytest.mark.slow
def test_a_meeting_for_real(shared):
    rows = read_rows((shared / "nova" / "replay.jsonl").read_text(encoding="utf-8").splitlines())
    met = [each for each in rows if each.meeting == ("compute-hyperv", "origin/stable/queens", "17.0.0")]
    try:
        found = [replay.replayed(each) for each in met]
    except SourceError as error:
        if not unreachable(error):
            raise
        pytest.skip(str(error))
    assert [(each.row.result, each.with_calls) for each in found] == [(Result.BREAK, Told.BREAKING)]
