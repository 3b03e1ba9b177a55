"""All that CI runs, as sessions: `./run tests`, `./run lint`, …, or `nox -s NAME` where nox is installed."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

import nox
from nox.command import CommandFailed

ROOT = Path(__file__).parent
PYTHONS = ("3.11", "3.12", "3.13")
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"
"""The Python that nox itself runs on, which is there in any case."""

INTERFACE = "./stubs/virtapi"
ANALYZER = "./analyzer"
REFERENCE_DRIVER = "./reference_driver"
RULE_PAGES = "docs/rules"

BUILD_TOOLS = ("hatchling>=1.27,<2", "editables>=0.5")
MYPY = "mypy==2.4.1"
PRE_COMMIT = "pre-commit>=4,<5"
TYPES_OF_LXML = "types-lxml==2026.*"
TEST_TOOLS = (
    "pytest>=9,<10",
    "pytest-xdist>=3.8,<4",
    "hypothesis>=6.150,<7",
    "markdown-it-py>=4,<5",
    MYPY,
    "basedpyright==1.40.*",
    "pyrefly==1.4.*",
    "ty==0.0.107",
    TYPES_OF_LXML,
    PRE_COMMIT,
)
GRIFFE_COMMAND = "griffe==2.4.*"
"""What is measured beside ours; the analyzer itself needs the library alone, of the same version."""
LINT_TOOLS = ("ruff==0.17.*", MYPY, TYPES_OF_LXML, "import-linter==2.16", "nox>=2025.5")

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.download_python = "never"
# A Python that is not here is skipped, and the session says so; on CI too, where nox would fail by default.
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["tests", "lint"]


def activate_pyenv() -> None:
    """Let every Python that pyenv keeps be found: its command `python3.12` fails unless that version is active."""
    versions = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    if "PYENV_VERSION" in os.environ or not versions.is_dir():
        return
    names = [entry.name for entry in versions.iterdir() if re.fullmatch(r"\d+\.\d+\.\d+", entry.name)]
    newest_first = sorted(names, key=lambda name: [int(part) for part in name.split(".")], reverse=True)
    wanted = [next((name for name in newest_first if name.startswith(f"{python}.")), None) for python in PYTHONS]
    if found := [name for name in wanted if name is not None]:
        os.environ["PYENV_VERSION"] = ":".join(found)


activate_pyenv()


def install(session: nox.Session, *tools: str, editable: Sequence[str] = ()) -> None:
    """Install the tools and our distributions, unless exactly that is installed already.

    Our distributions are installed editable: a change of their code needs no new installation, a change of their
    metadata does, and is part of the fingerprint.
    """
    wanted = hashlib.sha256("\n".join((sys.version, str(ROOT), *tools, *editable)).encode())
    for folder in editable:
        for file in ("pyproject.toml", "hatch_build.py"):
            if (path := ROOT / folder / file).is_file():
                wanted.update(path.read_bytes())
    stamp = Path(session.virtualenv.location) / "installed.sha256"
    if stamp.is_file() and stamp.read_text() == wanted.hexdigest():
        session.debug("everything is installed already")
        return
    # The build tools are in the environment: else pip would fetch an environment of its own for each distribution.
    session.install(*tools, *BUILD_TOOLS)
    if editable:
        session.install("--no-build-isolation", *(part for folder in editable for part in ("--editable", folder)))
    stamp.write_text(wanted.hexdigest())


@nox.session
def demo(session: nox.Session) -> None:
    """Three edits of a copy of the interface, and what `virtapi check` says of them."""
    install(session, editable=[INTERFACE, ANALYZER])
    session.run("python", "docs/demo.py", silent=False)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The whole suite on the Python of nox; on the others, what is neither slow nor asks the package index."""
    whole = session.python == OWN
    missing = missing_for_libvirt() if whole else "only one Python builds libvirt's binding"
    if missing:
        session.warn(f"the tests of the libvirt driver are skipped: {missing}")
    install(
        session,
        *TEST_TOOLS,
        *(() if missing else libvirt_binding()),
        editable=[INTERFACE, ANALYZER, REFERENCE_DRIVER],
    )
    selection = [] if whole else ["-m", "not slow and not network"]
    session.run("pytest", "-q", "-n", "2", *selection, *session.posargs)


def libvirt_binding() -> Sequence[str]:
    """What the driver's extra `libvirt` names. It is compiled here, for no wheel of it is published."""
    project = tomllib.loads((ROOT / REFERENCE_DRIVER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["optional-dependencies"]["libvirt"])


def missing_for_libvirt() -> str:
    """What this machine lacks for libvirt's binding to be compiled, and what to do; empty: nothing."""
    install_it = "on Debian, apt-get install libvirt-dev pkg-config gcc python3-dev"
    if not shutil.which("pkg-config") or not (shutil.which("cc") or shutil.which("gcc")):
        return f"there is no pkg-config or no compiler ({install_it})"
    if subprocess.run(["pkg-config", "--exists", "libvirt"], check=False).returncode:
        return f"pkg-config does not find libvirt ({install_it})"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return f"Python's headers are not installed ({install_it})"
    return ""


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types, the order of the rooms, and whether generated pages are fresh."""
    install(session, *LINT_TOOLS, editable=[INTERFACE, ANALYZER, REFERENCE_DRIVER])
    packages = (f"{INTERFACE}/virtapi", f"{ANALYZER}/virtapi_analyzer", f"{REFERENCE_DRIVER}/virtapi_libvirt")
    checks = (
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy", "noxfile.py", "docs/demo.py", f"{ANALYZER}/hatch_build.py", "benchmarks", *packages),
        ("lint-imports", "--no-logo"),
    )
    failed = [" ".join(command[:2]) for command in checks if not passes(session, *command)]
    if not page_is_fresh(session):
        failed.append("the page of the rules")
    if not passes(session, "virtapi", "rules", "--pages", RULE_PAGES, "--check"):
        failed.append(RULE_PAGES)
    if failed:
        session.error(f"failed: {', '.join(failed)}")


def passes(session: nox.Session, *command: str) -> bool:
    """Whether a command succeeds; the session goes on, so that one run says all that is wrong."""
    try:
        session.run(*command)
    except CommandFailed:
        return False
    return True


def page_is_fresh(session: nox.Session) -> bool:
    """Whether the catalogue of the rules is what the rules say today."""
    page = f"{ANALYZER}/virtapi_analyzer/rules/README.md"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "README.md"
        if not passes(session, "virtapi", "rules", "--format", "markdown", "-o", str(fresh)):
            return False
        if (ROOT / page).is_file() and (ROOT / page).read_bytes() == fresh.read_bytes():
            return True
    session.warn(f"stale: virtapi rules --format markdown -o {page.removeprefix('./')}")
    return False


@nox.session
def oracle(session: nox.Session) -> None:
    """Random pairs of signatures, judged by real calls: `nox -s oracle -- --pairs 1000000`."""
    install(session, *TEST_TOOLS, editable=[INTERFACE, ANALYZER])
    session.run("python", "-m", "tests.compare.oracle", *(session.posargs or ["--pairs", "100000"]))


@nox.session
def history(session: nox.Session) -> None:
    """Every recorded change of Nova's driver interface: is it found, and is the audience right?"""
    install(session, *TEST_TOOLS, editable=[INTERFACE, ANALYZER])
    session.run("python", "-m", "tests.history.history", *session.posargs)


@nox.session
def replay(session: nox.Session) -> None:
    """Two released drivers of Nova beside what Nova calls: does `virtapi driver` say what Python said?"""
    install(session, *TEST_TOOLS, editable=[INTERFACE, ANALYZER])
    session.run("python", "-m", "tests.replay.replay", *session.posargs)


@nox.session
def corpus(session: nox.Session) -> None:
    """Changes with known truth: recall and precision for both audiences, and whether griffe reports what we do not."""
    install(session, *TEST_TOOLS, editable=[INTERFACE, ANALYZER])
    failed = [
        name
        for name in ("tests.corpus.corpus", "tests.parity.parity")
        if not passes(session, "python", "-m", name, *session.posargs)
    ]
    if failed:
        session.error(f"failed: {', '.join(failed)}")


@nox.session
def bench(session: nox.Session) -> None:
    """What the checks cost beside griffe's command and beside mypy: `nox -s bench -- --quick`, or `-- --drivers`."""
    install(session, GRIFFE_COMMAND, editable=[INTERFACE, ANALYZER])
    session.run("python", "-m", "benchmarks.bench", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Wheels of the three distributions, installed into a clean environment and used there; the hook of pre-commit."""
    install(session, "build>=1.2,<2", PRE_COMMIT, MYPY)
    with tempfile.TemporaryDirectory() as folder:
        wheels, clean, used = (Path(folder) / name for name in ("wheels", "clean", "used"))
        for distribution in (INTERFACE, ANALYZER, REFERENCE_DRIVER):
            # Without -w the wheel is built from the source archive, which therefore must be complete.
            session.run("python", "-m", "build", "-n", "-o", str(wheels), distribution, silent=True)
        session.run("python", "-m", "venv", str(clean))
        python, virtapi = str(clean / "bin" / "python"), str(clean / "bin" / "virtapi")
        built = map(str, sorted(wheels.glob("*.whl")))
        session.run(python, "-m", "pip", "install", "-q", *built, external=True, silent=True)
        used.mkdir()
        with session.chdir(used):
            use_interface(session, used, python)
            use_analyzer(session, used, virtapi)
            use_hook(session, used, virtapi)


def use_interface(session: nox.Session, folder: Path, python: str) -> None:
    """Import the installed interface as a driver does, and let mypy check drivers and hosts against its wheel."""
    folder.joinpath("driver.py").write_text(
        "from virtapi.capabilities import Pausable\n"
        "from virtapi.driver import ComputeDriver\n\n\n"
        "class Driver(ComputeDriver, Pausable): ...\n\n\n"
        "assert {'spawn', 'pause'} <= Driver.__abstractmethods__\n"
    )
    session.run(python, "driver.py", external=True)
    accepted, rejected = (ROOT / "tests" / "stubs" / name for name in ("accepts", "rejects"))
    check = ("mypy", "--strict", "--python-executable", python, "--config-file", os.devnull)
    session.run(*check, *map(str, sorted(accepted.glob("*.py"))), external=True)
    wrong = str(session.run(*check, str(rejected / "a_driver.py"), external=True, silent=True, success_codes=[1]))
    if "[override]" not in wrong:
        session.error(f"mypy did not see the wrong overrides:\n{wrong}")


def use_analyzer(session: nox.Session, folder: Path, virtapi: str) -> None:
    """Ask the installed command for its version, its rules, the baselines that it brings, and a comparison."""
    session.run(virtapi, "--version", external=True)
    session.run(virtapi, "rules", external=True, silent=True)
    for release in sorted(file.parent.name for file in (ROOT / "baselines").glob("*/release.toml")):
        session.run(virtapi, "diff", release, release, external=True)
    complete = ROOT / "tests" / "drivers" / "data" / "mistakes" / "untyped" / "complete.py"
    folder.joinpath("driver").mkdir(exist_ok=True)
    folder.joinpath("driver", "complete.py").write_text(complete.read_text())
    session.run(virtapi, "driver", "driver", external=True)
    kettle = ("--package", "kettle", "--driver-interface", "kettle.Driver")
    write_kettle(folder / "old", "self, litres: int")
    write_kettle(folder / "new", "self, litres: int, hot: bool = True")
    session.run(virtapi, "diff", "old", "old", *kettle, external=True)
    stopped(session, virtapi, "diff", "old", "new", *kettle, because="param-added-optional")


def use_hook(session: nox.Session, folder: Path, virtapi: str) -> None:
    """Let pre-commit install the hook from this repository and judge a repository that has just been changed."""
    folder.joinpath("pyproject.toml").write_text(
        '[tool.virtapi.interfaces.kettle]\npackage = "kettle"\npath = "old"\nbaselines = "baselines"\n'
        'driver-interfaces = ["kettle.Driver"]\nrelease = "1"\n'
    )
    session.run(virtapi, "release", "1", external=True)
    session.run("git", "init", "-q", external=True)
    session.run("git", "add", "--all", external=True)
    hook = ("pre-commit", "try-repo", str(ROOT), "virtapi-check", "--all-files")
    session.run(*hook)
    write_kettle(folder / "old", "self, litres: int, hot: bool = True")
    stopped(session, *hook, because="param-added-optional")


def write_kettle(folder: Path, parameters: str) -> None:
    """A package of one driver class with one method."""
    package = folder / "kettle"
    package.mkdir(parents=True, exist_ok=True)
    package.joinpath("__init__.py").write_text(f"class Driver:\n    def boil({parameters}) -> None: ...\n")


def stopped(session: nox.Session, *command: str, because: str) -> None:
    """Fail unless the command ends with 1 and names the rule: a crash ends with 1, too."""
    said = str(session.run(*command, external=True, silent=True, success_codes=[1]))
    session.log(said)
    if because not in said:
        session.error(f"{command[0]} did not speak of {because}")
