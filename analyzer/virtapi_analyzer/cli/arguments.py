"""The command line and its help."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]

_SOURCES = """\
A source is one of
  a path                 the package, a folder that holds it, a wheel, a source archive
  2026.1                 a release in the folder of baselines
  git:main               a branch, a tag or a commit
  pypi:nova==34.0.0      a release on the package index that pip is configured for
"""

_STATUS = """\
Exit status: 0 compatible, 1 something is denied, 2 could not look, or not judge all of it.
"""

_ABOUT = """\
Says whether a change of an interface breaks the drivers that others have written for it, or the host that calls them.

The interfaces of a repository are configured in [tool.virtapi] of its pyproject.toml. Without one, the releases of
`virtapi` itself can be compared, and any package that --package names.
"""

_EXAMPLES = """\
examples:
  virtapi check                        may this working tree become the next release?
  virtapi check --against git:main     what does this branch change?
  virtapi diff 2026.1 2026.2           what changed between two releases?
  virtapi driver .                     which releases does this driver serve?
  virtapi explain param-added-optional what is wrong with that, and what to do instead?

"""


def parser() -> ArgumentParser:
    """The parser of the whole command line; `command` names a function of `virtapi_analyzer.cli.commands`."""
    whole = ArgumentParser(
        prog="virtapi",
        description=_ABOUT,
        epilog=_EXAMPLES + _STATUS,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="store_true", help="say the version and exit")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _check(commands)
    _diff(commands)
    _accept(commands)
    _release(commands)
    _timeline(commands)
    _driver(commands)
    _rules(commands)
    _explain(commands)
    _runtime(commands)
    return whole


def _command(
    commands: "Commands",
    name: str,
    about: str,
    *,
    more: str = "",
    examples: tuple[str, ...] = (),
    sources: bool = False,
) -> ArgumentParser:
    shown = "\n".join(["examples:" if len(examples) > 1 else "example:", *(f"  {line}" for line in examples), ""])
    blocks = [*([shown] if examples else []), *([_SOURCES] if sources else []), _STATUS]
    return commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}." + (f"\n\n{more}" if more else ""),
        epilog="\n".join(blocks),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _check(commands: "Commands") -> None:
    command = _command(
        commands,
        "check",
        "compare the working tree with the newest release",
        more="It fails on what breaks drivers, on what is removed unannounced, and on acceptances that cover nothing.",
        examples=(
            "virtapi check",
            "virtapi check --against git:HEAD --format github",
            "virtapi check --format markdown -o comment.md",
            "virtapi check --forward",
        ),
        sources=True,
    )
    command.add_argument("--against", metavar="SOURCE", help="what to compare with, instead of the newest release")
    _add_host(command)
    _add_forward(command)
    _add_prove(command)
    _add_choice(command)
    _add_report(command)
    _add_cache(command)


def _diff(commands: "Commands") -> None:
    command = _command(
        commands,
        "diff",
        "compare any two versions of an interface",
        examples=(
            "virtapi diff 2026.1 2026.2",
            "virtapi diff 2026.1 2026.2 --format markdown --all -o notes.md",
            "virtapi diff --interface nova pypi:nova==33.0.0 pypi:nova==34.0.0 --host pypi:nova==34.0.0",
            "virtapi diff --package kettle --driver-interface 'kettle.*Driver' old/ new/",
        ),
        sources=True,
    )
    command.add_argument("old", metavar="OLD", help="the source that drivers and hosts were written for")
    command.add_argument("new", metavar="NEW", help="the source that they are to work with")
    _add_host(command)
    _add_forward(command)
    _add_prove(command)
    _add_choice(command)
    _add_report(command)
    _add_cache(command)


def _accept(commands: "Commands") -> None:
    command = _command(
        commands,
        "accept",
        "write down that a finding is taken knowingly",
        more=(
            "It goes into accepted.toml of the interface's baselines, sorted, with the comments that are there.\n"
            "RULE and PATH are as `virtapi check --format json` has them; a path may be a glob, in which `*` also\n"
            "crosses dots, or the method of a parameter. What covers nothing that is open now is refused."
        ),
        examples=(
            "virtapi accept param-added-optional kettle.Driver.boil --reason 'Nobody has a driver yet.'",
            "virtapi accept method-removed 'kettle.Old*' --reason 'It never worked.' --expires 2026.2 --by Ada",
        ),
    )
    command.add_argument("rule", metavar="RULE", help="the id of the rule that says so")
    command.add_argument("path", metavar="PATH", help="the element, or a glob over paths")
    command.add_argument("--reason", metavar="TEXT", required=True, help="why that is right")
    command.add_argument("--expires", metavar="R", help="the last release for which it holds; without it: for ever")
    command.add_argument("--by", metavar="NAME", help="who decided; without it: git's user.name")
    _add_choice(command, package=False)
    command.set_defaults(output=None)


def _release(commands: "Commands") -> None:
    command = _command(
        commands,
        "release",
        "freeze the working tree as the next release",
        more=(
            "R is what the tree says that it becomes: the `version` of its pyproject.toml, or `release` in the\n"
            "configuration. Nothing is written while `virtapi check` fails, and no release is ever overwritten.\n"
            "Its notes stand beside it, in R.md: what `virtapi diff OLD R --format markdown --all` writes."
        ),
        examples=("virtapi release 2026.2",),
    )
    command.add_argument("release", metavar="R", help="the release, such as 2026.2")
    _add_choice(command, package=False)
    _add_report(command)


def _timeline(commands: "Commands") -> None:
    command = _command(
        commands,
        "timeline",
        "say what became of each element: added, superseded, replaced, removed",
        more=(
            "Over all releases and the working tree. Without --all, what was there from the first release on and\n"
            "still is, and what came and went with its class, is left out."
        ),
        examples=("virtapi timeline", "virtapi timeline '*Driver.spawn*' --all", "virtapi timeline --format json"),
    )
    command.add_argument("pattern", metavar="PATTERN", nargs="?", help="a glob over paths, or the end of one")
    _add_format(command, "text", "json")
    command.add_argument("--all", action="store_true", help="show also what has nothing to tell")
    _add_choice(command, package=False)


def _driver(commands: "Commands") -> None:
    command = _command(
        commands,
        "driver",
        "check a driver beside releases of the interface",
        more=(
            "PATH is the driver's repository, package or module. Nothing of it is imported or executed.\n"
            "Exit status 1 where it fails with a release, 2 where it cannot be judged."
        ),
        examples=(
            "virtapi driver .",
            "virtapi driver . --against 2026.1 --python .venv",
            "virtapi driver . --interface nova --against pypi:nova==27.0.0 --host pypi:nova==27.0.0",
        ),
        sources=True,
    )
    command.add_argument("path", metavar="PATH", help="the driver's repository, package or module")
    command.add_argument(
        "--against",
        metavar="SOURCE",
        action="append",
        default=[],
        help="the release to check beside, instead of every released one; may be repeated",
    )
    command.add_argument(
        "--class",
        metavar="MODULE:NAME",
        dest="classes",
        action="append",
        default=[],
        help="a driver class, instead of those that are found; may be repeated",
    )
    command.add_argument(
        "--python", metavar="PATH", help="the environment (or its interpreter) that has the driver's dependencies"
    )
    command.add_argument(
        "--host",
        metavar="SOURCE",
        action="append",
        default=[],
        help="a host whose calls decide what an override of a foreign interface must take; one for all releases, "
        "or one for each --against",
    )
    _add_choice(command)
    _add_report(command, page=False)


def _rules(commands: "Commands") -> None:
    command = _command(
        commands,
        "rules",
        "list every rule, in one line each, or write a folder with a page each",
        more="What `virtapi driver` looks for is not among them: docs/check-your-driver.md lists it,\n"
        "and `virtapi explain` says what it is about.",
        examples=("virtapi rules", "virtapi rules --pages docs/rules"),
    )
    _add_format(command, "text", "json", "markdown")
    command.add_argument(
        "--pages",
        metavar="FOLDER",
        help="write an index and a page a rule there, and delete the pages of rules that went",
    )
    command.add_argument(
        "--check", action="store_true", help="with --pages: write nothing, and fail where one is stale"
    )


def _explain(commands: "Commands") -> None:
    command = _command(
        commands,
        "explain",
        "say what a rule is about, or which way the values of a class flow",
        more=(
            "Of a rule: whom it hurts, and what to do instead. Of a class: whether its values flow to drivers, to the\n"
            "host or both ways, by which methods, and whom it would hurt to add a field or a member."
        ),
        examples=(
            "virtapi explain param-added-optional",
            "virtapi explain --type InstanceInfo",
            "virtapi explain --type nova.virt.driver.ComputeDriver --interface nova --release pypi:nova==34.0.0",
        ),
        sources=True,
    )
    command.add_argument("rule", metavar="RULE", nargs="?", help="its id, or the beginning of it")
    command.add_argument("--type", metavar="NAME", help="a class, by its name or its dotted path")
    command.add_argument(
        "--release",
        metavar="SOURCE",
        help="with --type: where to look, instead of the working tree (without one: the newest release)",
    )
    _add_choice(command)
    command.set_defaults(output=None)


def _runtime(commands: "Commands") -> None:
    command = _command(
        commands,
        "runtime",
        "produce the modules that run from the stubs",
        examples=("virtapi runtime", "virtapi runtime --check"),
    )
    command.add_argument("path", metavar="PATH", nargs="?", help="the package, or the folder that holds it")
    command.add_argument("--check", action="store_true", help="write nothing, and fail where a module is stale")
    _add_choice(command, package=False)
    command.set_defaults(output=None)


def _add_host(command: ArgumentParser) -> None:
    command.add_argument(
        "--host",
        metavar="SOURCE",
        help="a host that calls the newer version: what it passes breaks drivers that do not take it",
    )
    command.add_argument(
        "--old-host",
        metavar="SOURCE",
        help="the same host as it called the old version: a guard around its calls that the newer one lacks breaks "
        "drivers; without it, the old version itself where --host is the newer version itself",
    )


def _add_forward(command: ArgumentParser) -> None:
    command.add_argument(
        "--forward",
        action="store_true",
        help="judge drivers of the newer version on an older host too, and say whether one driver can serve both",
    )


def _add_prove(command: ArgumentParser) -> None:
    command.add_argument(
        "--prove",
        action="store_true",
        help="prove what is breaking: a small driver or host that fits the old version, as mypy or Python's own call "
        "says, and not the new one",
    )


def _add_choice(command: ArgumentParser, *, package: bool = True) -> None:
    """The options that say which interface is meant."""
    which = command.add_argument_group("which interface")
    which.add_argument("--interface", metavar="NAME", help="one that the configuration names, instead of its default")
    if not package:
        command.set_defaults(package=None, driver_interface=[], host_interface=[])
        return
    which.add_argument("--package", metavar="NAME", help="the import name of any package, without a configuration")
    for side, who, such in (("driver", "drivers implement", "Driver"), ("host", "the host implements", "Services")):
        which.add_argument(
            f"--{side}-interface",
            metavar="PATTERN",
            action="append",
            default=[],
            help=f"classes that {who}, as `kettle.*{such}`; may be repeated",
        )


def _add_cache(command: ArgumentParser) -> None:
    command.add_argument(
        "--no-cache",
        dest="cached",
        action="store_false",
        help="work everything out anew, and keep nothing; the answer is the same",
    )


def _add_report(command: ArgumentParser, *, page: bool = True) -> None:
    _add_format(command, "text", "json", *(["markdown"] if page else []), "github")
    shown = "show what breaks nobody too (text, markdown); markdown is then not cut to fit into a comment on GitHub"
    command.add_argument("--all", action="store_true", help=shown if page else "show what breaks nobody too (text)")


def _add_format(command: ArgumentParser, *formats: str) -> None:
    command.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")
    command.add_argument("-o", "--output", metavar="FILE", help="write to a file, whole or not at all")
