"""The command `virtapi`: reads the command line, asks a use case, and says what came of it.

Exit status: 0 compatible, 1 something is denied, 2 could not look, or not judge all of it.
"""

import gc
import io
import os
import sys
import time
from collections.abc import Callable, Sequence

# What answers from the times of files alone must not pay for the imports of what looks: all others are below.
from virtapi_analyzer.cli.terminal import coloured, width
from virtapi_analyzer.drivers import unchanged
from virtapi_analyzer.model.errors import AnalyzerError

COULD_NOT_LOOK = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    begun = time.time_ns()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what an interface says in its own script must not end in a traceback
            stream.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        called = _circumstances(words)
        if called is not None and (known := unchanged.answer(called)) is not None:
            return _said(known[1], lambda: _print(known[0]))
        return _run(words, called, begun)
    except AnalyzerError as error:
        return _could_not_look(str(error))
    except OSError as error:
        return _could_not_look(f"{error}: check the folder that this runs in, and what the command line names")
    except KeyboardInterrupt:
        _could_not_look("interrupted")
        return INTERRUPTED
    except Exception:  # else Python would end with 1, which says that something is denied
        import traceback

        traceback.print_exc()
        return _could_not_look("this is a defect of virtapi itself: please report it with the lines above")


def _circumstances(words: Sequence[str]) -> str | None:
    """How a command was called whose answers are kept; None for the others."""
    if words[:1] != ["driver"]:
        return None
    try:
        return unchanged.circumstances([*words, str(width()), str(coloured(None))])
    except OSError:  # there is no current folder; whoever needs one says so
        return None


def _run(words: Sequence[str], called: str | None, begun: int) -> int:
    from virtapi_analyzer.cli import commands
    from virtapi_analyzer.cli.arguments import parser
    from virtapi_analyzer.cli.output import say

    whole = parser()
    arguments = whole.parse_args(words)
    if arguments.version:
        print(f"virtapi {_version()}")
        return 0
    if arguments.command is None:
        whole.error("say which command; `virtapi --help` lists them")
    arguments.called, arguments.begun = called, begun
    answer = getattr(commands, arguments.command)(arguments)
    return _said(answer.status, lambda: say(answer, arguments.output))


def run() -> None:
    """Run one command, and end the process with its exit status.

    Taking down what mypy has built costs a fifth of a second more than any answer; mypy's own command skips it too.
    """
    # As mypy does: trees of a whole interface are many objects that stay, and looking for others among them takes long.
    gc.set_threshold(200_000, 30, 30)
    status = main()
    if "mypy.build" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _said(status: int, say: Callable[[], None]) -> int:
    try:
        say()
    except BrokenPipeError:
        # Whoever reads has seen enough. Python flushes once more on its way out, and must find an open file there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _could_not_look(why: str) -> int:
    print(f"virtapi: {' '.join(why.splitlines())}", file=sys.stderr)
    return COULD_NOT_LOOK


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("virtapi-analyzer")
    except PackageNotFoundError:
        return "(not installed)"
