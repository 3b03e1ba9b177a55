"""`--format markdown`, and the notes that a release gets."""

from collections.abc import Callable

from tests.cli.conftest import Outcome, Project
from virtapi_analyzer.reports.markdown import COMMENT

Command = Callable[..., Outcome]


def test_check_writes_a_comment(released: Project, virtapi: Command) -> None:
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    outcome = virtapi("check", "--format", "markdown", "-o", "comment.md")
    assert (outcome.status, outcome.out) == (1, "")
    written = released.root.joinpath("comment.md").read_text()
    assert written.startswith(
        "# kettle working tree, compared with 2026.1\n\n**This breaks drivers written for 2026.1."
    )
    assert "-def boil(self, litres: int) -> None: ...\n+def boil(self, litres: int, hot: bool = True)" in written


def test_a_comment_is_cut_and_a_page_is_whole(released: Project, virtapi: Command) -> None:
    many = "".join(f"    def method_{n}(self, {'x' * 500}: int) -> None: ...\n" for n in range(200))
    released.edit("    @abstractmethod\n    def pour", f"{many}    @abstractmethod\n    def pour")
    comment = virtapi("check", "--format", "markdown").out
    page = virtapi("check", "--format", "markdown", "--all").out
    assert "left out here" in comment and "left out here" not in page
    assert len(comment) <= COMMENT < len(page)


def test_a_release_gets_the_notes_that_diff_writes(released: Project, virtapi: Command) -> None:
    released.edit(
        "    @abstractmethod\n    def pour", "    def stir(self) -> None: ...\n    @abstractmethod\n    def pour"
    )
    outcome = virtapi("release", "2026.2")
    assert outcome.status == 0
    assert "virtapi: its notes: baselines/2026.2.md" in outcome.err
    notes = released.root.joinpath("baselines", "2026.2.md").read_text()
    assert notes.startswith("# kettle 2026.2, compared with 2026.1\n\n**This breaks no driver and no host written for")
    assert "- `Driver.stir`: `def stir(self) -> None`" in notes
    assert notes == virtapi("diff", "2026.1", "2026.2", "--format", "markdown", "--all").out


def test_notes_are_no_part_of_a_baseline_and_may_be_edited(released: Project, virtapi: Command) -> None:
    assert virtapi("release", "2026.2").status == 0
    released.root.joinpath("baselines", "2026.2.md").write_text("And thanks to all.\n")
    released.becomes("2027.1")
    assert virtapi("check").status == 0


def test_what_was_not_released_gets_no_notes(released: Project, virtapi: Command) -> None:
    released.edit("litres: int)", "litres: int, hot: bool = True)")
    assert virtapi("release", "2026.2").status == 1
    assert not list(released.root.joinpath("baselines").glob("*.md"))


def test_the_first_release_has_nothing_to_note(released: Project) -> None:
    assert not list(released.root.joinpath("baselines").glob("*.md"))


def test_notes_that_cannot_be_written_are_said_in_one_line(released: Project, virtapi: Command) -> None:
    released.root.joinpath("baselines", "2026.2.md").mkdir()
    outcome = virtapi("release", "2026.2")
    assert outcome.status == 2
    assert "2026.2 is released, and `virtapi diff` writes its notes too" in outcome.err
    released.root.joinpath("baselines", "2026.2.md").rmdir()
    released.becomes("2027.1")
    assert virtapi("release", "2027.1").status == 0
    assert not list(released.root.joinpath("baselines").glob(".partial-*"))
