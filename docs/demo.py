"""Three edits of a copy of the interface, and what `virtapi check` says of them before they are committed.

Run by `./run demo`. The places to edit are found in the syntax tree, not by their text, so that the interface may go on
changing under this file.
"""

import ast
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
STUBS = Path("stubs", "virtapi", "virtapi")


def main() -> int:
    """Print the edits, the report and its meaning; 0 when the check stopped the commit, as it must."""
    with tempfile.TemporaryDirectory(prefix="virtapi-demo-") as folder:
        tree = Path(folder)
        copy_interface(tree)
        print("A copy of the interface `virtapi` was edited in three places:\n")
        modules = ("driver", "capabilities/observation", "flags")
        driver, capabilities, flags = (tree / STUBS / f"{module}.pyi" for module in modules)
        print("  1. breaks drivers   " + add_parameter_to_spawn(driver))
        print("  2. breaks the host  " + add_exception(driver))
        print("  3. harmless         " + add_ability(capabilities, flags, release=next_release(tree)))
        print("\n$ virtapi check", flush=True)
        command = [sys.executable, "-m", "virtapi_analyzer", "check"]
        check = subprocess.run(command, cwd=tree, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    print(check.stdout)
    told = check.returncode == 1 and "ComputeDriver.spawn" in check.stdout
    print(MEANING[check.returncode] if told or check.returncode in (0, 2) else "The check failed without a report.")
    return 0 if told else 1


MEANING = {
    0: "Exit status 0: nothing is denied, so the commit would go through. Here that is wrong: edit 1 breaks drivers.",
    1: "Exit status 1: a change is denied, so as a pre-commit hook or in CI `virtapi check` stops this commit.",
    2: "Exit status 2: the check could not look, which stops a commit too; the line above says what to do.",
}


def copy_interface(tree: Path) -> None:
    """Copy what `virtapi check` reads: the interface, its baselines and the configuration."""
    ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
    shutil.copytree(REPOSITORY / "stubs" / "virtapi", tree / "stubs" / "virtapi", ignore=ignored)
    shutil.copytree(REPOSITORY / "baselines", tree / "baselines", ignore=ignored)
    shutil.copy(REPOSITORY / "pyproject.toml", tree)


def add_parameter_to_spawn(stub: Path) -> str:
    """Give `ComputeDriver.spawn` an optional parameter, which no existing driver accepts."""
    spawn = next(method for method in methods(stub) if method.name == "spawn")
    spawn.args.kwonlyargs.append(ast.arg("dry_run", annotation=ast.Name("bool")))
    spawn.args.kw_defaults.append(ast.Constant(value=False))
    returns = f" -> {ast.unparse(spawn.returns)}" if spawn.returns else ""
    header = f"    def spawn({ast.unparse(spawn.args)}){returns}:\n        "
    lines = stub.read_text(encoding="utf-8").splitlines(keepends=True)
    body = spawn.body[0]
    lines[spawn.lineno - 1 : body.lineno] = [header, lines[body.lineno - 1][body.col_offset :]]
    stub.write_text("".join(lines), encoding="utf-8")
    document(stub, "spawn", "Args", "dry_run: whether only to see if it could be done.")
    return "ComputeDriver.spawn gets an optional parameter, `dry_run: bool = False`"


def add_exception(stub: Path) -> str:
    """Let a method of `ComputeDriver` raise what the host did not have to expect from it."""
    declared = [(method, call) for method in methods(stub) if (call := raises_of(method))]
    known = sorted({exception.id for _, call in declared for exception in call.args if isinstance(exception, ast.Name)})
    for method, call in declared:
        own = {exception.id for exception in call.args if isinstance(exception, ast.Name)}
        new = next((exception for exception in known if exception not in own), None)
        if new is not None and method.name != "spawn":
            insert(stub, call.args[-1], f", {new}")
            document(stub, method.name, "Raises", f"{new}: it cannot be done.")
            return f"ComputeDriver.{method.name} may raise `{new}`, too"
    raise SystemExit("demo: no method of ComputeDriver declares an exception that another one does not")


def add_ability(capabilities: Path, flags: Path, *, release: str) -> str:
    """Add an ability with its flag, which a driver may offer and need not."""
    public = next(node for node in assignments(capabilities, "__all__") if isinstance(node, ast.List))
    insert(capabilities, public.elts[-1], ', "Describable"')
    with capabilities.open("a", encoding="utf-8") as file:
        file.write(ABILITY.format(release=release))
    flag = next(node for node in ast.parse(flags.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef))
    lines = flags.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[flag.end_lineno or 0 :] = ["\n", FLAG]
    above = min(decorator.lineno for decorator in flag.decorator_list) - 1
    lines[above:above] = [IMPORT, f'@since_members(DESCRIBE="{release}")\n']
    flags.write_text("".join(lines), encoding="utf-8")
    return "there is a new ability that a driver need not have, `Describable`, with its flag"


IMPORT = "from virtapi.contract import since_members\n\n"

FLAG = '''\
    DESCRIBE = "describe"
    """A node can be described: `virtapi.capabilities.Describable`."""
'''

ABILITY = '''
from virtapi.contract import since

@driver_interface
@since("{release}")
@capability(Capability.DESCRIBE)
class Describable(Ability):
    """The driver can say in one line what a node is."""

    @abstractmethod
    @raises(NodeNotFound)
    def describe(self, call: Call, node: NodeName, /) -> str:
        """Tell what a node is, in one line for people.

        Args:
            call: the call that the driver works for.
            node: a node that the driver manages.
        Returns:
            One line.
        Raises:
            NodeNotFound: the driver manages no node of this name.
        State: nothing is changed.
        Repeats: asks again.
        """
'''


def next_release(tree: Path) -> str:
    """The release that the tree will become."""
    project = tomllib.loads((tree / "stubs" / "virtapi" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def assignments(stub: Path, name: str) -> Iterator[ast.expr]:
    """What a module assigns to a name."""
    for node in ast.parse(stub.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            yield node.value


def methods(stub: Path) -> Iterator[ast.FunctionDef]:
    """The methods of `ComputeDriver` as they stand in the file."""
    tree = ast.parse(stub.read_text(encoding="utf-8"))
    driver = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "ComputeDriver")
    return (node for node in driver.body if isinstance(node, ast.FunctionDef))


def raises_of(method: ast.FunctionDef) -> ast.Call | None:
    """The decorator `@raises(…)` of a method, where it names at least one exception."""
    for decorator in method.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("raises") and decorator.args:
            return decorator
    return None


def document(stub: Path, name: str, section: str, entry: str) -> None:
    """Explain what is new in a section of a method's docstring, because what is not documented is denied."""
    method = next(each for each in methods(stub) if each.name == name)
    lines = stub.read_text(encoding="utf-8").splitlines(keepends=True)
    head = next(at for at in range(method.lineno, method.end_lineno or 0) if lines[at].strip() == f"{section}:")
    lines[head + 1 : head + 1] = [f"            {entry}\n"]
    stub.write_text("".join(lines), encoding="utf-8")


def insert(file: Path, node: ast.expr, text: str) -> None:
    """Insert the text behind the node."""
    lines = file.read_bytes().splitlines(keepends=True)
    line, column = (node.end_lineno or 1) - 1, node.end_col_offset or 0
    lines[line] = lines[line][:column] + text.encode() + lines[line][column:]
    file.write_bytes(b"".join(lines))


if __name__ == "__main__":
    sys.exit(main())
