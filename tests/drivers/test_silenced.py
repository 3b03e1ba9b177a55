"""What an author silenced is shown as silenced, and what hides a signature is counted."""

from virtapi_analyzer.drivers.copying import copied
from virtapi_analyzer.model.diagnostic import Verdict

WRONG = "from complete import Complete\nclass Mine(Complete):\n    def start(self): ...{comment}\n"


def test_an_ignored_diagnostic_is_suppressed_by_the_driver_and_counted(examine) -> None:
    report = examine({"mine.py": WRONG.format(comment="  # type: ignore")})
    (found,) = report.diagnostics
    assert found.suppressed
    assert report.releases[0].verdict is Verdict.OK
    assert report.releases[0].counts["suppressed"] == 1


def test_a_code_that_is_ignored_is_not_another(examine) -> None:
    (found,) = examine({"mine.py": WRONG.format(comment="  # type: ignore[attr-defined]")}).diagnostics
    assert not found.suppressed


def test_a_setting_for_mypy_silences_nothing(examine) -> None:
    text = "# mypy: ignore-errors, disable-error-code=override\n" + WRONG.format(comment="")
    (found,) = examine({"mine.py": text}).diagnostics
    assert (found.rule, found.suppressed, found.location.line) == ("override-signature", False, 4)


def test_a_use_that_is_ignored_is_suppressed(examine) -> None:
    text = (
        "from complete import Complete\nclass Mine(Complete):\n    def get_info(self, call, instance):\n"
        "        instance.mood  # type: ignore[attr-defined]\n        return super().get_info(call, instance)\n"
    )
    (found,) = examine({"mine.py": text}).diagnostics
    assert (found.rule, found.suppressed) == ("attribute-unknown", True)


def test_a_decorator_without_types_is_taken_to_keep_the_signature_and_counted(examine) -> None:
    text = (
        "from complete import Complete\n"
        "def locked(function):\n    return function\n"
        "class Mine(Complete):\n    @locked\n    def start(self): ...\n"
        "    @locked\n    def stop(self, call): ...\n"
    )
    report = examine({"mine.py": text})
    assert [(each.rule, each.location.line) for each in report.diagnostics] == [("override-signature", 6)]
    assert report.releases[0].counts["decorated"] == 2


def test_a_decorator_that_wraps_whatever_comes_is_taken_to_keep_the_signature_and_counted(examine) -> None:
    text = (
        "from typing import Any, Callable\nfrom complete import Complete\n"
        "def told(function: Callable[..., Any]) -> Callable[..., Any]: ...\n"
        "class Mine(Complete):\n    @told\n    def start(self): ...\n"
    )
    report = examine({"mine.py": text})
    assert [(each.rule, each.location.line) for each in report.diagnostics] == [("override-signature", 6)]
    assert report.releases[0].counts["decorated"] == 1


def test_a_typed_decorator_is_believed(examine) -> None:
    text = (
        "from typing import Callable\nfrom complete import Complete\nfrom virtapi.host import Call\n"
        "def told(function: Callable[..., None]) -> Callable[['Mine', Call], None]: ...\n"
        "class Mine(Complete):\n    @told\n    def start(self): ...\n"
    )
    assert examine({"mine.py": text}).diagnostics == ()


def test_a_copy_has_the_same_lines_and_the_same_columns() -> None:
    text = "# mypy: strict\nx = 1  # type: ignore[misc, attr-defined]  # why\ny = '# type: ignore'\n"
    copy = copied(text)
    assert [len(line) for line in copy.text.splitlines()] == [len(line) for line in text.splitlines()]
    assert copy.text.splitlines()[2] == "y = '# type: ignore'"
    assert copy.ignored == {2: frozenset({"misc", "attr-defined"})}


def test_a_file_that_ignores_everything_is_ignored_everywhere() -> None:
    assert copied("# type: ignore\nx = 1\n").everywhere
    assert not copied("x = 1  # type: ignore\n").everywhere


def test_what_a_function_inside_an_override_returns_is_its_own_affair(examine) -> None:
    text = (
        "from complete import Complete\nclass Mine(Complete):\n    def stop(self, call):\n"
        "        def inner() -> int:\n            return ''\n        inner()\n"
    )
    report = examine({"mine.py": text})
    assert report.diagnostics == ()
    assert len(report.releases[0].elsewhere) == 1
