"""One function a command. Each imports what it needs when it runs, so that `virtapi --help` is quick."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from virtapi_analyzer.cli.output import Answer
from virtapi_analyzer.cli.progress import progress
from virtapi_analyzer.cli.recall import Progress, recalled
from virtapi_analyzer.cli.terminal import coloured, width
from virtapi_analyzer.model.errors import ConfigurationError

if TYPE_CHECKING:
    from virtapi_analyzer.model.diagnostic import DriverReport
    from virtapi_analyzer.model.report import Report
    from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration

DENIED = 1
UNKNOWN = 2


def check(arguments: Namespace) -> Answer:
    """The working tree against the newest baseline."""
    configuration, interface = _chosen(arguments, needs_tree=True)

    def key(tell: Progress) -> str | None:
        from virtapi_analyzer.use_cases.recalling import key_of_check

        against, words = arguments.against, _words(arguments)
        return key_of_check(configuration, interface, against=against, words=words, progress=tell)

    def report(tell: Progress) -> "Report":
        from virtapi_analyzer.use_cases import comparing

        against = arguments.against
        return comparing.check(configuration, interface, against=against, **_looks(arguments), progress=tell)

    return _compared("check", arguments, key, report)


def diff(arguments: Namespace) -> Answer:
    """One source against another."""
    configuration, interface = _chosen(arguments)
    old, new = arguments.old, arguments.new

    def key(tell: Progress) -> str:
        from virtapi_analyzer.use_cases.recalling import key_of_diff

        return key_of_diff(configuration, interface, old, new, words=_words(arguments), progress=tell)

    def report(tell: Progress) -> "Report":
        from virtapi_analyzer.use_cases import comparing

        return comparing.diff(configuration, interface, old, new, **_looks(arguments), progress=tell)

    return _compared("diff", arguments, key, report)


def accept(arguments: Namespace) -> Answer:
    """One more acceptance."""
    from virtapi_analyzer.cli.output import write_whole
    from virtapi_analyzer.interface.folders import shown
    from virtapi_analyzer.model.finding import Acceptance
    from virtapi_analyzer.use_cases import accepting

    configuration, interface = _chosen(arguments, needs_tree=True)
    asked = Acceptance(
        rule=arguments.rule,
        path=arguments.path,
        reason=arguments.reason,
        expires=arguments.expires,
        by=arguments.by,
    )
    with progress() as tell:
        accepted = accepting.accepted(configuration, interface, asked, progress=tell)
    write_whole(accepted.file, accepted.text)
    lines = [f"{finding.rule} at {finding.path}\n" for finding in accepted.covered]
    return Answer(text="".join(lines), remarks=(f"accepted by {accepted.acceptance.by}: {shown(accepted.file)}",))


def release(arguments: Namespace) -> Answer:
    """The working tree becomes a baseline."""
    from virtapi_analyzer.interface.folders import shown
    from virtapi_analyzer.use_cases import releasing

    configuration, interface = _chosen(arguments, needs_tree=True)
    with progress() as tell:
        released = releasing.release(configuration, interface, arguments.release, progress=tell)
    if released.folder is None and released.report is not None:
        unknown = bool(released.report.unjudged)
        what = "what cannot be judged" if unknown else "what is denied, or accept it with a reason"
        remark = f"{arguments.release} was not released: mend {what}"
        status = UNKNOWN if unknown else DENIED
        return Answer(text=_written(released.report, arguments), status=status, remarks=(remark,))
    remarks = [f"{interface.name} {arguments.release} is released: {shown(released.folder)}"] if released.folder else []
    remarks += [f"its notes: {shown(released.notes)}"] if released.notes is not None else []
    findings = released.report.findings if released.report is not None else ()
    if any(finding.acceptance is not None and not finding.alone for finding in findings):
        remarks.append("its acceptances have served: delete them, or the next check calls them stale")
    return Answer(text=_written(released.report, arguments) if released.report else "", remarks=tuple(remarks))


def timeline(arguments: Namespace) -> Answer:
    """What became of each element over all releases."""
    from virtapi_analyzer.reports.timeline import timeline_json, timeline_text
    from virtapi_analyzer.use_cases.telling import told

    configuration, interface = _chosen(arguments)
    with progress() as tell:
        found = told(configuration, interface, pattern=arguments.pattern, everything=arguments.all, progress=tell)
    return Answer(text=timeline_json(found) if arguments.format == "json" else timeline_text(found))


def driver(arguments: Namespace) -> Answer:
    """A driver beside releases; what was answered before and depends on nothing that changed is answered again."""
    from pathlib import Path

    from virtapi_analyzer.drivers.examination import judged, see
    from virtapi_analyzer.drivers.unchanged import give
    from virtapi_analyzer.interface.answers import remember, remembered
    from virtapi_analyzer.policy.configuration import looked_for
    from virtapi_analyzer.use_cases.driving import prepared

    def answered(text: str, status: int) -> Answer:
        if examination.watched is not None and arguments.called is not None and arguments.output is None:
            watched = (*looked_for(Path.cwd()), *examination.watched)
            give(arguments.called, watched, arguments.begun, text, status)
        return Answer(text=text, status=status)

    configuration, interface = _chosen(arguments)
    with progress() as tell:
        examination = prepared(
            configuration,
            interface,
            Path(arguments.path),
            against=tuple(arguments.against),
            classes=tuple(arguments.classes),
            python=Path(arguments.python) if arguments.python is not None else None,
            host=tuple(arguments.host),
            progress=tell,
        )
        form = [arguments.format]
        if arguments.format == "text":
            form += [str(arguments.all), str(width()), str(coloured(arguments.output))]
        name = f"{examination.key[:40]}-{'-'.join(form)}"
        if (known := remembered("driver/answers", name)) is not None:
            return answered(*known)
        sighting = see(examination, tell)
        judgement = f"{sighting.key[:40]}-{'-'.join(form)}"
        if (known := remembered("driver/judgements", judgement)) is None:
            report = judged(sighting, tell)
            known = _driver_written(report, arguments), _driver_status(report)
            remember("driver/judgements", judgement, *known)
    remember("driver/answers", name, *known)
    return answered(*known)


def _driver_status(report: "DriverReport") -> int:
    from virtapi_analyzer.model.diagnostic import Verdict

    verdicts = {each.verdict for each in report.releases}
    return UNKNOWN if Verdict.UNKNOWN in verdicts else DENIED if Verdict.FAILS in verdicts else 0


def _driver_written(report: "DriverReport", arguments: Namespace) -> str:
    if arguments.format == "json":
        from virtapi_analyzer.reports.driver_json import driver_json

        return driver_json(report)
    if arguments.format == "github":
        from virtapi_analyzer.reports.driver_github import driver_github

        return driver_github(report)
    from virtapi_analyzer.reports.driver_text import driver_text

    return driver_text(report, everything=arguments.all, width=width(), colour=coloured(arguments.output))


def rules(arguments: Namespace) -> Answer:
    """The catalogue."""
    from virtapi_analyzer.reports import catalogue
    from virtapi_analyzer.use_cases import explaining

    if arguments.pages is not None:
        return _pages(arguments)
    if arguments.check:
        raise ConfigurationError("--check compares a folder of pages: name it with --pages FOLDER")
    written = {
        "text": catalogue.catalogue_text,
        "json": catalogue.catalogue_json,
        "markdown": catalogue.catalogue_markdown,
    }
    return Answer(text=written[arguments.format](explaining.rules()))


def _pages(arguments: Namespace) -> Answer:
    """The catalogue as a folder of pages."""
    from pathlib import Path

    from virtapi_analyzer.cli import folder
    from virtapi_analyzer.reports.pages import MARK, pages
    from virtapi_analyzer.use_cases import explaining

    written = pages((found.rule, found.verdicts) for found in explaining.explained())
    act = folder.stale if arguments.check else folder.write
    files = act(Path(arguments.pages), written, mark=MARK)
    if not files:
        return Answer(text="every page is as its rule says\n")
    if arguments.check:
        remark = f"these are not as their rules say: `virtapi rules --pages {arguments.pages}` writes them"
        return Answer(text="".join(f"{file}\n" for file in files), status=DENIED, remarks=(remark,))
    return Answer(text="".join(f"{file} updated\n" for file in files))


def explain(arguments: Namespace) -> Answer:
    """One rule, or the way of one class."""
    if arguments.type is not None:
        return _travel(arguments)
    if arguments.release is not None:
        raise ConfigurationError("--release says where to look for a class: name it with --type NAME")
    if arguments.rule is None:
        raise ConfigurationError("explain what? name a rule (`virtapi rules` lists them), or a class with --type NAME")
    from virtapi_analyzer.reports.explanation import explanation
    from virtapi_analyzer.use_cases import explaining

    found = explaining.explain(arguments.rule)
    if isinstance(found, explaining.Explanation):
        from virtapi_analyzer.use_cases.demonstrating import demonstrated

        with progress() as tell:
            proofs = () if found.rule.unprovable is not None else demonstrated(found.rule, tell)
        return Answer(text=explanation(found.rule, found.verdicts, proofs))
    from virtapi_analyzer.reports.check_explanation import check_explanation

    return Answer(text=check_explanation(found))


def _travel(arguments: Namespace) -> Answer:
    """Which way the values of a class flow."""
    from virtapi_analyzer.reports.travel import travel_text
    from virtapi_analyzer.use_cases.travelling import travel

    if arguments.rule is not None:
        raise ConfigurationError(
            f"--type explains a class, and {arguments.rule!r} is named beside it: name one of them"
        )
    configuration, interface = _chosen(arguments)
    with progress() as tell:
        found = travel(configuration, interface, arguments.type, source=arguments.release, progress=tell)
    return Answer(text=travel_text(found))


def runtime(arguments: Namespace) -> Answer:
    """The modules that run, from the stubs."""
    from pathlib import Path

    from virtapi_analyzer.use_cases import producing

    configuration, interface = _chosen(arguments, needs_tree=arguments.path is None)
    path = Path(arguments.path) if arguments.path is not None else None
    files = producing.runtime(configuration, interface, path=path, check=arguments.check)
    if not files:
        return Answer(text="every module is as its stub says\n")
    if arguments.check:
        remark = "these are not as their stubs say: `virtapi runtime` writes them"
        return Answer(text="".join(f"{file}\n" for file in files), status=DENIED, remarks=(remark,))
    return Answer(text="".join(f"{file} updated\n" for file in files))


def _chosen(arguments: Namespace, *, needs_tree: bool = False) -> "tuple[Configuration, InterfaceConfiguration]":
    """The interface that the options name, and what is configured beside it."""
    from virtapi_analyzer.policy.choice import configured

    return configured(
        arguments.interface,
        package=arguments.package,
        driver_interfaces=tuple(arguments.driver_interface),
        host_interfaces=tuple(arguments.host_interface),
        needs_tree=needs_tree,
    )


def _compared(
    kind: str,
    arguments: Namespace,
    key: Callable[[Progress], str | None],
    report: "Callable[[Progress], Report]",
) -> Answer:
    """What a comparison says, or what it said before."""

    def answer(tell: Progress) -> Answer:
        return _answered(report(tell), arguments)

    with progress() as tell:
        return recalled(kind, key, answer, tell) if _recallable(arguments) else answer(tell)


def _looks(arguments: Namespace) -> dict[str, Any]:
    """What else a comparison looks at, and whether it uses what was kept."""
    return {name: getattr(arguments, name) for name in ("host", "old_host", "forward", "prove", "cached")}


def _recallable(arguments: Namespace) -> bool:
    """Whether an answer is kept. What one depends on that looks at hosts is more than is looked at to know it again."""
    return bool(arguments.cached) and arguments.host is None and arguments.old_host is None


def _words(arguments: Namespace) -> Iterator[str]:
    """What was asked, and how it is to be told; neither when, nor the file that it goes to."""
    given = {name: value for name, value in vars(arguments).items() if name not in ("output", "called", "begun")}
    yield from (f"{name}={value!r}" for name, value in sorted(given.items()))
    yield f"{width()} {coloured(arguments.output)}"


def _answered(report: "Report", arguments: Namespace) -> Answer:
    status = UNKNOWN if report.unjudged else DENIED if report.denied else 0
    return Answer(text=_written(report, arguments), status=status)


def _written(report: "Report", arguments: Namespace) -> str:
    if arguments.format == "json":
        from virtapi_analyzer.reports.json import json

        return json(report)
    if arguments.format == "github":
        from virtapi_analyzer.reports.github import github

        return github(report)
    if arguments.format == "markdown":
        from virtapi_analyzer.reports.markdown import markdown

        return markdown(report, everything=arguments.all)
    from virtapi_analyzer.reports.text import text

    return text(report, everything=arguments.all, width=width(), colour=coloured(arguments.output))
