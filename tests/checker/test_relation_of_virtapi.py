"""Every place of the interface of this repository where a type stands, against itself: equal, and none left out."""

from pathlib import Path

import pytest

from tests.shared import REPOSITORY
from virtapi_analyzer.checker.relation import relate
from virtapi_analyzer.compare import typed_places
from virtapi_analyzer.compare.pairs import compare
from virtapi_analyzer.interface.reading import read_interface
from virtapi_analyzer.interface.record import recorded
from virtapi_analyzer.interface.sources import open_tree
from virtapi_analyzer.model.relation import Relation, Unjudged


def test_the_whole_interface_is_equal_to_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed_places, "differ", lambda old, new: old is not None and new is not None)
    read = recorded(open_tree(str(REPOSITORY / "stubs" / "virtapi"), package="virtapi"))
    interface = read_interface(read.tree, package="virtapi")
    places = [place for pair in compare(interface, interface) for place in typed_places.places(pair, {})]
    texts = {file: data.decode() for file, data in read.files.items()}
    answers = relate(texts, texts, places, cache=tmp_path)
    assert len(answers) > 1000
    assert [answer for answer in answers if isinstance(answer, Unjudged) or answer.relation is not Relation.EQUAL] == []
