"""Every kind of edit of one package that has something of everything, each by itself."""

import pytest

from tests.properties.comparing import between
from tests.properties.edit import Edit
from tests.properties.edits import edits
from tests.properties.specimen import SPECIMEN
from tests.properties.test_edits import missing
from tests.properties.test_mirrors import unmirrored
from tests.properties.test_programs import failures, foretold

ONE_OF_A_KIND = {(edit.kind, edit.where): edit for edit in edits(SPECIMEN)}.values()


@pytest.mark.parametrize("edit", ONE_OF_A_KIND, ids=lambda edit: f"{edit.kind}-{edit.path}")
def test_an_edit_is_found_where_it_is_and_mirrored_the_other_way_round(edit: Edit) -> None:
    new = edit(SPECIMEN)
    found, backward = between(SPECIMEN, new), between(new, SPECIMEN)
    assert missing(edit, found) is None
    assert [str(each) for each in found if not edit.touches(each.path)] == []
    assert [str(each) for each in found if each.breaks - edit.breaks] == []
    assert [each for each in failures(SPECIMEN, new) if not foretold(each[0], each[1], found)] == []
    assert [*unmirrored(found, backward), *unmirrored(backward, found)] == []
