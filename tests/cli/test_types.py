"""Types between two versions, from the command line: what changed, what cannot be judged, and what is not even asked."""

import json
import subprocess
import sys


def test_a_wider_parameter_breaks_the_drivers(released, virtapi):
    released.edit("litres: int", "litres: int | None")
    outcome = virtapi("check")
    assert outcome.status == 1
    assert "the type of `litres` was `int` and is now `int | None`" in outcome.out
    assert "param-type-widened, denied" in outcome.out


def test_an_alias_that_stands_for_another_type_changes_the_signatures_that_name_it(released, virtapi):
    released.edit("class Driver:", "_Litres = int\nclass Driver:")
    released.edit("litres: int", "litres: _Litres")
    assert virtapi("check").status == 0
    released.edit("_Litres = int", "_Litres = int | None")
    assert "param-type-widened, denied" in virtapi("check").out


def test_what_mypy_cannot_check_is_told_with_its_line_and_the_rest_is_judged(released, virtapi):
    released.edit("def pour(self) -> None", "def pour(self) -> Zwiebel")
    released.edit("litres: int", "litres: bool")
    outcome = virtapi("check")
    assert outcome.status == 2
    assert 'src/kettle/__init__.pyi:7: kettle.Driver.pour: Name "Zwiebel" is not defined' in outcome.out
    assert "1 type could not be judged." in outcome.out
    assert "param-type-narrowed" in outcome.out
    assert json.loads(virtapi("check", "--format", "json").out)["unjudged"] == [
        {
            "path": "kettle.Driver.pour",
            "reason": 'Name "Zwiebel" is not defined',
            "location": {"file": "src/kettle/__init__.pyi", "line": 7},
        }
    ]
    assert "::error file=src/kettle/__init__.pyi,line=7" in virtapi("check", "--format", "github").out


def test_a_name_that_leads_nowhere_on_both_sides_is_no_change(released, virtapi):
    released.edit("from abc", "from nowhere import Zwiebel\nfrom abc")
    released.edit("def pour(self) -> None", "def pour(self) -> Zwiebel")
    assert virtapi("check").status == 2
    assert virtapi("diff", "src", "src", "--interface", "kettle").status == 0


def test_nothing_is_released_that_could_not_be_judged(released, virtapi):
    released.edit("def pour(self) -> None", "def pour(self) -> Zwiebel")
    outcome = virtapi("release", "2026.2")
    assert outcome.status == 2
    assert not (released.root / "baselines" / "2026.2").exists()


def test_mypy_is_not_imported_where_no_type_differs(released):
    released.edit("def pour(self) -> None", "def pour(self, hot: bool = True) -> None")
    script = "import sys; from virtapi_analyzer.cli import main; main(['check']); print('mypy' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ended.stdout.endswith("\nFalse\n")
