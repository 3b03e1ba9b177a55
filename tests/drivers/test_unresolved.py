"""What cannot be found leaves open whether a driver fits: the verdict says so, and names what is missing."""

import pytest

from virtapi_analyzer.model.diagnostic import Verdict, Weight

BASE = "from nowhere import Base\nfrom complete import Complete\nclass Mine(Base, Complete): ...\n"
DECORATOR = (
    "import nowhere\nfrom complete import Complete\n"
    "class Mine(Complete):\n    @nowhere.locked('x')\n    def stop(self, call): ...\n"
)
TYPE = (
    "from nowhere.types import Call\nfrom complete import Complete\n"
    "class Mine(Complete):\n    def stop(self, call: 'list[Call]'): ...\n"
)


@pytest.mark.parametrize(
    ("text", "rule", "module"),
    [
        (BASE, "base-unresolved", "nowhere"),
        (DECORATOR, "decorator-unresolved", "nowhere"),
        (TYPE, "type-unresolved", "nowhere.types"),
    ],
    ids=["base", "decorator", "type"],
)
def test_it_is_unknown_and_the_package_is_named(examine, text: str, rule: str, module: str) -> None:
    report = examine({"mine.py": text})
    assert report.releases[0].verdict is Verdict.UNKNOWN
    (found,) = [each for each in report.diagnostics if each.weight is Weight.UNKNOWN]
    assert found.rule == rule
    assert found.message.endswith(f"cannot be found: {module} is not installed where this looks")


def test_below_an_unknown_base_nothing_is_called_missing_or_dead(examine) -> None:
    text = (
        "from nowhere import Base\nfrom virtapi.driver import ComputeDriver\n"
        "class Mine(Base, ComputeDriver):\n    def pasue(self, call, instance): ...\n"
    )
    report = examine({"mine.py": text}, classes=("mine:Mine",))
    assert {each.rule for each in report.diagnostics} == {"base-unresolved"}


def test_a_private_method_with_a_missing_decorator_leaves_nothing_open(examine) -> None:
    report = examine({"mine.py": DECORATOR.replace("def stop", "def _stop")})
    assert report.releases[0].verdict is Verdict.OK
    assert report.releases[0].counts["unresolved"] == 1


def test_what_no_check_has_words_for_is_shown_as_it_came(examine) -> None:
    text = (
        "import virtapi.host\nfrom complete import Complete\nclass Mine(Complete):\n"
        "    def _log(self, call: virtapi.host): ...\n"
    )
    (found,) = examine({"mine.py": text}).diagnostics
    assert (found.rule, found.location.line) == ("message-untranslated", 4)
    assert found.message == 'Module "virtapi.host" is not valid as a type [valid-type]'
