"""The report as a page and as a comment: what it says, and that nothing of an interface can break its structure."""

from collections import Counter
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.conftest import ADDED, WRONG
from tests.reports.test_text import NOTHING
from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.finding import Acceptance, Finding, Level
from virtapi_analyzer.model.one_source import can
from virtapi_analyzer.model.proof import Judge, Proof, Status
from virtapi_analyzer.model.report import Report
from virtapi_analyzer.model.transition import Transition
from virtapi_analyzer.reports.markdown import COMMENT, markdown
from virtapi_analyzer.reports.markup import code, prose
from virtapi_analyzer.reports.paint import printable

PAUSE = Transition(
    path="virtapi.driver.ComputeDriver.pause",
    text="def pause(self, call: Call, /) -> None",
    role=Role.DRIVER,
    by="freeze",
    successor="virtapi.driver.ComputeDriver.freeze",
    successor_text="def freeze(self, call: Call, /) -> bool",
    since="2027.1",
    note="Use freeze.",
)
EXTRA = Transition(path="virtapi.objects.Flavor.extra", text="extra: str = ''", since="2026.2", announced=True)
PAGE = """\
# virtapi working tree, compared with 2026.2

**This breaks drivers and hosts written for 2026.2. 1 of what is below is denied.**

1 change breaks drivers, 2 break the host, 1 breaks nobody. 1 is accepted. 1 acceptance is stale. 1 file cannot be \
read, and nothing reaches it.

[Added](#virtapi-added) 1 · [Superseded](#virtapi-superseded) 2 · [Removed](#virtapi-removed) 1 · \
[Changed](#virtapi-changed) 2 · [What a driver author must do](#virtapi-what-a-driver-author-must-do) 4 · \
[What a host must do](#virtapi-what-a-host-must-do) 4 · [Accepted](#virtapi-accepted) 2

## <a name="virtapi-added"></a>Added

- `Disk`: `class Disk`

## <a name="virtapi-superseded"></a>Superseded

- `ComputeDriver.pause`, by `ComputeDriver.freeze`; since 2027.1, the last release that is sure to have it; “Use freeze.”.
- `Flavor.extra`, without a successor; since 2026.2, the last release that is sure to have it.

## <a name="virtapi-removed"></a>Removed

### `ComputeDriver.rename`

`baselines/2026.2/virtapi/driver.pyi:120`

```diff
-def rename(self, name: str, /) -> None
```

- drivers **potentially-breaking**, host **breaking**: hosts that call it fail; a definition of it in a driver is dead \
(`method-removed`, warned of)

## <a name="virtapi-changed"></a>Changed

### `ComputeDriver.spawn`

`stubs/virtapi/virtapi/driver.pyi:60`

```diff
-@raises(InstanceExists)
+@raises(InstanceExists, ImageUnavailable)
```

- drivers non-breaking, host **breaking**: `ImageUnavailable` may come out of it (`raises-added`, accepted)
  - accepted: The host catches it. (until 2027.1)

### `ComputeDriver.get_info`

`stubs/virtapi/virtapi/driver.pyi:88`

```diff
-def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo
+def get_info(self, call: Call, instance: Instance, /, *, use_cache: bool = True) -> InstanceInfo
```

- drivers **breaking**, host non-breaking: an override written for the old version does not accept `use_cache` \
(`param-added-optional`, denied)
  - for the owner of the interface: Add a method beside it that takes the argument, give it a fallback, and let this \
one go in a cycle.

## <a name="virtapi-what-a-driver-author-must-do"></a>What a driver author must do

### `ComputeDriver.get_info` (breaks)

Follow the new form of `get_info`.

```diff
-def get_info(self, call: Call, instance: Instance, /) -> InstanceInfo: ...
+def get_info(self, call: Call, instance: Instance, /, *,
+        use_cache: bool = True) -> InstanceInfo: ...
```

- an override written for the old version does not accept `use_cache`: `virtapi explain param-added-optional`

### `ComputeDriver.rename` (may break)

Do without `rename`: it is gone.

```diff
-def rename(self, name: str, /) -> None: ...
```

- hosts that call it fail; a definition of it in a driver is dead: `virtapi explain method-removed`

### `ComputeDriver.pause`

Define `freeze` instead of `pause`. 2027.1 is the last release that is sure to have it: the next one may be without.

```diff
 class Driver(ComputeDriver):
-    def pause(self, call: Call, /) -> None: ...
+    def freeze(self, call: Call, /) -> bool: ...
```

### `Flavor.extra`

Do without `extra`: nothing takes its place. It is there still, though announced in 2026.2; any release may be without it.

```diff
 class Flavor:
-    extra: str = ''
```

## <a name="virtapi-what-a-host-must-do"></a>What a host must do
"""
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _page(report: Report) -> Report:
    return replace(report, transitions=(PAUSE, EXTRA))


def test_it_says_who_is_hurt_what_changed_and_what_to_do(report: Report) -> None:
    written = markdown(_page(report))
    start, _, rest = written.partition("\n### `ComputeDriver.rename` (breaks)\n")
    assert start == PAGE
    assert "Call `freeze` instead of `pause`." in rest
    assert "- `virtapi.driver.ComputeDriver.spawn`, `raises-added`: The host catches it. (until 2027.1)" in rest
    assert "- **stale**: `class-removed` at `virtapi.objects.*`: it covers no finding: delete it" in rest


def test_every_link_of_the_contents_leads_to_a_heading(report: Report) -> None:
    written = markdown(_page(report), everything=True)
    tokens = [child for each in PARSER.parse(written) for child in each.children or ()]
    links = [each.attrs["href"] for each in tokens if each.type == "link_open"]
    assert len(links) == 8
    assert all(f'<a name="{str(link).removeprefix("#")}"></a>' in written for link in links)


def test_what_breaks_nobody_is_counted_unless_everything_is_asked_for(report: Report) -> None:
    harmless = replace(ADDED, rule="param-renamed", driver=ADDED.host, level=Level.ALLOW, message="only its name")
    assert "Not shown: 1 change that breaks nobody (`--all`)." in markdown(replace(report, findings=(harmless, WRONG)))
    assert "only its name" in markdown(replace(report, findings=(harmless,)), everything=True)
    assert "Not read\n\n- `virtapi/_old.py`" in markdown(report, everything=True)


def test_a_fault_says_what_is_wrong_and_what_to_do(faulty: Report) -> None:
    written = markdown(faulty)
    assert written.startswith("# virtapi working tree\n\n**This breaks no driver and no host as they are.")
    assert "- **wrong**: the parameter `flavor` is or holds `dict`" in written
    assert "```diff\n def spawn(self, flavor: dict, /) -> None\n```" in written
    assert "  - for the owner of the interface: Make it a data class." in written


def test_what_a_transition_ends_with_is_one_step(report: Report) -> None:
    gone = replace(PAUSE, gone=True, announced=True)
    demanded = replace(ADDED, element=PAUSE.successor or "", rule="method-now-abstract", message="it is abstract now")
    written = markdown(replace(report, findings=(demanded,), transitions=(gone,)))
    steps = written.partition("What a driver author must do\n\n")[2].partition("\n## ")[0]
    assert steps.startswith("### `ComputeDriver.pause` (breaks)\n\nDefine `freeze` instead of `pause`. It is gone now.")
    assert steps.count("### ") == 1
    assert "it is abstract now: `virtapi explain method-now-abstract`" in steps


def test_nobody_is_told_by_a_name_or_a_number_in_a_message(report: Report) -> None:
    told = replace(ADDED, message="@override fails, see #12 and a@b")
    assert "`@override` fails, see `#12` and a@b" in markdown(replace(report, findings=(told,)))


def test_a_comment_keeps_what_matters_most_and_says_what_it_leaves_out(report: Report) -> None:
    many = tuple(replace(ADDED, element=f"virtapi.driver.D.method_{n}", message="m" * 200) for n in range(100))
    whole = replace(report, findings=many)
    comment = markdown(whole)
    assert COMMENT - 1000 < len(comment) <= COMMENT < len(markdown(whole, everything=True))
    assert comment.count("left out here**") == 1
    assert " of 100 left out here**, because a comment on GitHub has at most 65,536 characters: `--all`" in comment
    assert comment.partition("What a driver author must do\n")[2].count("virtapi explain") == 100


@given(st.lists(st.tuples(st.integers(0, 40_000), st.sampled_from(["old", "new", "both"])), max_size=12))
def test_no_comment_is_too_long(sizes: list[tuple[int, str]]) -> None:
    found = tuple(
        replace(
            ADDED,
            element=f"a.D.m{place}",
            message="m" * size,
            old=ADDED.old if sides != "new" else None,
            new=ADDED.new if sides != "old" else None,
        )
        for place, (size, sides) in enumerate(sizes)
    )
    assert len(markdown(Report(interface="a", old="1", new="2", findings=found, summary=NOTHING))) <= COMMENT


def test_a_long_section_is_folded(report: Report) -> None:
    many = tuple(replace(ADDED, element=f"virtapi.driver.D.method_{n}") for n in range(20))
    assert "<details>\n<summary>20 elements</summary>\n\n### `" in markdown(replace(report, findings=many))


def _structure(text: str) -> Counter[str]:
    """How many there are of each kind of block and span, but for plain text."""
    tokens = [each for block in PARSER.parse(text) for each in (block, *(block.children or ()))]
    return Counter(each.type for each in tokens if each.type not in ("text", "text_special"))


def _nasty(words: str) -> Report:
    """A report with these words wherever an interface, or a person, has a say."""
    finding = replace(
        ADDED,
        old=f"def get(x={words})",
        new=f"def get(x={words}, y=1)",
        message=f"it was {words}",
        instead=words,
        acceptance=Acceptance(rule="r", path="*", reason=words),
    )
    found: tuple[Finding, ...] = (finding, replace(finding, old=None, element="a.B"), replace(WRONG, message=words))
    transition = replace(PAUSE, text=words, successor_text=words, by=words, note=words, since=words)
    return Report(
        interface="virtapi",
        old=f"a{words}",
        new=f"b{words}",
        findings=found,
        summary=NOTHING,
        transitions=(transition, EXTRA),
        skipped=(f"c{words}",),
    )


SPANS = ("`", "```", "|", "<", ">", "</details>", "<!--", "<b>", "*", "_", "\\", "[a](b)", "![", "~~", "&lt;", "&", "$")
LINES = ("# ", "- ", "1. ", "> ", "+ ", "---", "===", "]: x", "@a", "\n", "\n\n", "\r", "\t", "    ", " ", "\x1b[2J")
MARKUP = st.lists(
    st.one_of(st.sampled_from(SPANS), st.sampled_from(LINES), st.text(max_size=3)), min_size=1, max_size=8
).map("".join)


@given(MARKUP)
def test_no_text_of_an_interface_breaks_the_structure(words: str) -> None:
    plain = _structure(markdown(_nasty("plain"), everything=True))
    written = markdown(_nasty(words), everything=True)
    nasty = _structure(written)
    del plain["code_inline"], nasty["code_inline"]  # what stands between backticks in a message is code
    assert nasty == plain
    assert written.replace("\n", "").isprintable()


@given(MARKUP.filter(str.strip))
def test_code_is_shown_as_it_is(words: str) -> None:
    inline = PARSER.parseInline(f"a {code(words)} b")[0].children or []
    (span,) = inline[1:-1]
    assert (span.type, span.content) == ("code_inline", printable(words))


@given(MARKUP)
@example("#0---#0")
def test_prose_without_backticks_is_shown_as_it_is(words: str) -> None:
    words = " ".join(words.replace("`", "").split())
    shown = "".join(each.content for each in PARSER.parseInline(prose(words))[0].children or ())
    assert shown == printable(words)


@given(MARKUP.filter(str.strip))
@example("# a")
@example("1. a")
@example("--- ")
def test_prose_is_one_paragraph_wherever_it_stands(words: str) -> None:
    assert [each.type for each in PARSER.parse(prose(words))] == ["paragraph_open", "inline", "paragraph_close"]


def test_what_is_private_is_only_counted_too(report: Report) -> None:
    private = replace(report.findings[3], element="virtapi.objects.Disk._sync", new="def _sync(self)")
    assert "_sync" not in markdown(replace(report, findings=(private,)))
    assert "Not shown: 1 change that breaks nobody" in markdown(replace(report, findings=(private,)))
    assert "- `Disk._sync`: `def _sync(self)`" in markdown(replace(report, findings=(private,)), everything=True)
    assert "_sync" in markdown(replace(report, findings=(replace(private, level=Level.WARN),)))


def test_a_driver_author_is_told_how_one_source_serves_both(report: Report) -> None:
    both = replace(ADDED, forward=ADDED.host, one_source=can("`def get_info(self, use_cache=True)`"))
    steps = markdown(replace(report, findings=(both,))).partition("What a driver author must do\n\n")[2]
    told = (
        "  - new drivers on an old host: non-breaking; one source can serve both: `def get_info(self, use_cache=True)`"
    )
    assert told in steps


def test_a_proof_is_folded_below_the_step_of_whom_it_is_about(report: Report) -> None:
    witness = Proof(audience=Role.DRIVER, status=Status.PROVED, answer="no `a`", witness="x = 1\n", judge=Judge.MYPY)
    written = markdown(replace(report, findings=(replace(ADDED, proofs=(witness,)),)))
    assert "(`param-added-optional`, proved, denied)" in written
    driver = written.partition("What a driver author must do\n\n")[2].partition("\n## ")[0]
    assert driver.endswith(
        "<details>\n<summary>How this is known</summary>\n\n```text\na driver that type-checks with the old version:\n"
        "  x = 1\nmypy, with the new one: no `a`\n```\n\n</details>\n"
    )
