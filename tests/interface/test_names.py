"""What a module exports, and where a name leads."""

from typing import Any

import pytest

from tests.compare.texts import Sources, read, told
from virtapi_analyzer.model.element import Attribute, Class, Function, Reference
from virtapi_analyzer.model.errors import ReadingError


def names(sources: Sources, module: str = "pkg", **asked: Any) -> dict[str, str]:
    """What a module exports, and the path of what each name leads to."""
    exports = read(sources, **asked).modules[module].names
    return {
        name: export.element.target if isinstance(export.element, Reference) else export.element.path
        for name, export in exports.items()
    }


# What a module exports. ----------------------------------------------------------------------------------------------


def test_a_stub_exports_what_it_defines_and_not_what_it_imports() -> None:
    assert names({"__init__.pyi": "import os\nfrom os import path\nclass A: ...\ndef f() -> None: ...\nx: int\n_y: int\n"}) == {
        "A": "pkg.A", "f": "pkg.f", "x": "pkg.x",
    }  # fmt: skip


def test_an_import_under_the_same_name_is_an_export() -> None:
    files = {"__init__.pyi": "from pkg._a import A as A, B\n", "_a.pyi": "class A: ...\nclass B: ...\n"}
    assert names(files) == {"A": "pkg.A"}


def test_an_import_under_another_name_is_none() -> None:
    assert names({"__init__.pyi": "from pkg._a import A as B\n", "_a.pyi": "class A: ...\n"}) == {}


def test_a_submodule_under_the_same_name_is_an_export() -> None:
    assert names({"__init__.pyi": "from . import sub as sub\n", "sub.pyi": "x: int\n"}) == {"sub": "pkg.sub"}


def test_what_all_names_is_exported_and_nothing_else() -> None:
    files = {
        "__init__.pyi": "from pkg._a import A, _b\n__all__ = ['A', '_b']\nclass C: ...\n",
        "_a.pyi": "class A: ...\n_b: int\n",
    }
    assert names(files) == {"A": "pkg.A", "_b": "pkg._b"}
    assert read(files).modules["pkg"].hidden == {"C"}


@pytest.mark.parametrize(
    "declared",
    [
        "__all__ = ['A', 'B']",
        "__all__ = ('A', 'B')",
        "__all__: list[str] = ['A', 'B']",
        "__all__ = ['A']\n__all__ += ['B']",
        "__all__ = ['A']\n__all__ += ('B',)",
        "__all__ = ['A'] + ['B']",
        "__all__ = ['A']\n__all__.append('B')",
        "__all__ = ['A']\n__all__.extend(['B'])",
        "__all__ = [*('A',), 'B']",
        "__all__ = ['A', 'B', 'C']\n__all__.remove('C')",
        "import sys\n__all__ = ['A']\nif sys.version_info >= (3, 11):\n    __all__ += ['B']\nelse:\n    __all__ += ['C']",
    ],
)
def test_all_is_read_however_it_is_written(declared: str) -> None:
    definitions = "class A: ...\nclass B: ...\nclass C: ...\n"
    assert list(names({"__init__.pyi": f"{definitions}{declared}\n"})) == ["A", "B"]
    assert (
        told({"__init__.pyi": f"{definitions}__all__ = ['A', 'B']\n"}, {"__init__.pyi": f"{definitions}{declared}\n"})
        == []
    )


def test_all_takes_in_what_another_module_declares() -> None:
    files = {
        "__init__.pyi": "from pkg import _a\nfrom pkg._a import *\n__all__ = ['C'] + _a.__all__\nclass C: ...\n",
        "_a.pyi": "__all__ = ['A']\nclass A: ...\nclass B: ...\n",
    }
    assert names(files) == {"C": "pkg.C", "A": "pkg.A"}


def test_all_takes_in_another_by_adding_it() -> None:
    files = {
        "__init__.pyi": "from pkg import _a\nfrom pkg._a import *\n__all__ = ['C']\n__all__ += _a.__all__\nclass C: ...\n",
        "_a.pyi": "__all__ = ['A']\nclass A: ...\nclass B: ...\n",
    }
    assert names(files) == {"C": "pkg.C", "A": "pkg.A"}


def test_a_star_brings_what_has_no_underscore() -> None:
    files = {"__init__.pyi": "from pkg._a import *\n", "_a.pyi": "import os\nclass A: ...\nclass _B: ...\n"}
    assert names(files) == {"A": "pkg.A"}


def test_a_star_brings_what_another_star_brought() -> None:
    files = {
        "__init__.pyi": "from ._a import *\n",
        "_a.pyi": "from ._b import *\nclass A: ...\n",
        "_b.pyi": "class B: ...\n",
    }
    assert names(files) == {"A": "pkg.A", "B": "pkg.B"}


def test_a_star_is_the_same_as_naming_each() -> None:
    inner = {"_a.pyi": "class A: ...\ndef f() -> None: ...\n"}
    star, each = "from ._a import *\n", "from ._a import A as A, f as f\n"
    assert told({"__init__.pyi": star, **inner}, {"__init__.pyi": each, **inner}) == []
    assert told({"__init__.pyi": each, **inner}, {"__init__.pyi": star, **inner}) == []


def test_the_modules_own_definition_beats_the_star() -> None:
    files = {"__init__.pyi": "from pkg._a import *\nclass A:\n    own: int\n", "_a.pyi": "class A: ...\n"}
    assert "own" in read(files).classes["pkg.A"].members


def test_a_star_import_of_itself_brings_nothing() -> None:
    assert names({"__init__.pyi": "from pkg import *\nclass A: ...\n"}) == {"A": "pkg.A"}


def test_two_modules_may_star_import_each_other() -> None:
    files = {
        "__init__.pyi": "",
        "a.pyi": "from pkg.b import *\nclass A: ...\n",
        "b.pyi": "from pkg.a import *\nclass B: ...\n",
    }
    assert set(names(files, "pkg.a")) == set(names(files, "pkg.b")) == {"A", "B"}


def test_a_packages_init_exports_what_it_imports_from_inside() -> None:
    files = {
        "__init__.py": "import os\nfrom pkg.a import A, _b\nfrom typing import Any\n",
        "a.py": "class A: ...\n_b = 1\n",
    }
    assert names(files) == {"A": "pkg.a.A"}


def test_a_module_of_source_exports_no_imports() -> None:
    files = {"__init__.py": "", "a.py": "from pkg.b import B\nclass A: ...\n", "b.py": "class B: ...\n"}
    assert names(files, "pkg.a") == {"A": "pkg.a.A"}


def test_where_source_lies_beside_a_stub_the_stub_counts() -> None:
    files = {"__init__.py": "def f(): ...\ndef g(): ...\n", "__init__.pyi": "def f(x: int) -> None: ...\n"}
    assert names(files) == {"f": "pkg.f"}
    element = read(files).modules["pkg"].names["f"].element
    assert isinstance(element, Function)
    assert element.text == "def f(x: int) -> None"


def test_names_under_type_checking_are_there() -> None:
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    class A: ...\nelse:\n    A = object\n    B = 1\n"
    assert names({"__init__.py": text}) == {"A": "pkg.A"}


def test_a_name_that_no_supported_python_has_is_not_there() -> None:
    text = "import sys\nif sys.version_info >= (3, 8):\n    class New: ...\nelse:\n    class Old: ...\n"
    assert names({"__init__.pyi": text}) == {"New": "pkg.New"}


def test_a_name_that_some_pythons_have_says_so() -> None:
    text = "import sys\nif sys.version_info >= (3, 13):\n    class New: ...\nelse:\n    class Old: ...\n"
    exports = read({"__init__.pyi": text}).modules["pkg"].names
    assert exports["New"].condition == "sys.version_info >= (3, 13)"
    assert exports["Old"].condition == "sys.version_info < (3, 13)"


def test_a_name_under_a_test_and_its_opposite_is_always_there() -> None:
    text = "import sys\nif sys.platform == 'linux':\n    class A: ...\nelse:\n    class A: ...\n"
    assert read({"__init__.pyi": text}).modules["pkg"].names["A"].condition is None


def test_an_import_that_may_fail_is_an_import_all_the_same() -> None:
    text = "try:\n    from os import fsencode as f\nexcept ImportError:\n    f = None\nclass A: ...\n"
    assert names({"__init__.py": text}) == {"A": "pkg.A"}


def test_a_try_prefers_what_it_tries() -> None:
    text = "try:\n    class A:\n        first: int\nexcept ImportError:\n    class A:\n        second: int\n"
    assert "A" in names({"__init__.py": text})


def test_a_module_with_getattr_is_dynamic() -> None:
    files = {
        "__init__.pyi": "from pkg._a import made_up as made_up\n",
        "_a.pyi": "def __getattr__(name: str) -> int: ...\n",
    }
    assert not read(files).modules["pkg"].dynamic
    assert read({"__init__.pyi": "def __getattr__(name: str) -> int: ...\n"}).modules["pkg"].dynamic


# Where a name leads. -------------------------------------------------------------------------------------------------


def test_a_definition_is_known_under_the_shortest_public_path() -> None:
    files = {
        "__init__.pyi": "from pkg._impl.deep import A as A\n",
        "_impl/__init__.pyi": "",
        "_impl/deep.pyi": "class A: ...\n",
    }
    assert names(files) == {"A": "pkg.A"}
    assert list(read(files).classes) == ["pkg.A"]


def test_a_public_definition_keeps_its_own_path() -> None:
    files = {"__init__.pyi": "from pkg.a import A as A\n", "a.pyi": "class A: ...\n"}
    assert names(files) == {"A": "pkg.a.A"}


def test_a_private_module_may_move_while_the_public_path_is_kept() -> None:
    body = "class A:\n    def f(self, x: B) -> None: ...\nclass B: ...\n"
    old = {"__init__.pyi": "from pkg._one import A as A, B as B\n", "_one.pyi": body}
    new = {"__init__.pyi": "from pkg._two import A as A, B as B\n", "_two.pyi": body}
    assert told(old, new) == []
    assert told(old, {"__init__.pyi": body}) == []


def test_a_public_class_may_move_while_its_old_name_is_kept() -> None:
    body = "class A:\n    def f(self) -> None: ...\n"
    old = {"__init__.pyi": "", "a.pyi": body, "b.pyi": ""}
    new = {"__init__.pyi": "", "a.pyi": "from pkg.b import A as A\n", "b.pyi": body}
    assert told(old, new) == ["class-added b.A"]


def test_another_name_for_a_function_is_that_function() -> None:
    found = read({"__init__.pyi": "def f(x: int) -> None: ...\ng = f\n"}).modules["pkg"].names
    assert isinstance(found["g"].element, Function)
    assert found["g"].element.path == "pkg.f"


def test_another_name_for_a_class_is_that_class() -> None:
    found = read({"__init__.pyi": "class A: ...\nB = A\n"}).modules["pkg"].names
    assert isinstance(found["B"].element, Class)
    assert found["B"].element.path == "pkg.A"


def test_another_name_for_a_class_does_in_signatures() -> None:
    old = "class A: ...\nB = A\ndef f(x: A) -> None: ...\n"
    new = "class A: ...\nB = A\ndef f(x: B) -> None: ...\n"
    assert told(old, new) == []


def test_a_submodule_and_an_attribute_of_the_same_name() -> None:
    files = {"__init__.pyi": "from pkg.sub import sub as sub\n", "sub.pyi": "def sub() -> None: ...\n"}
    assert names(files) == {"sub": "pkg.sub.sub"}


def test_a_submodule_beside_an_attribute_of_the_package() -> None:
    files = {"__init__.pyi": "sub: int\n", "sub.pyi": "class A: ...\n"}
    found = read(files)
    assert isinstance(found.modules["pkg"].names["sub"].element, Attribute)
    assert "A" in found.modules["pkg.sub"].names


def test_a_module_is_reached_through_its_import() -> None:
    files = {"__init__.pyi": "", "a.pyi": "from pkg import b\ndef f(x: b.B) -> None: ...\n", "b.pyi": "class B: ...\n"}
    function = read(files).modules["pkg.a"].names["f"].element
    assert isinstance(function, Function)
    assert function.signature.parameters[0].type is not None
    assert function.signature.parameters[0].type.normal == "pkg.b.B"


@pytest.mark.parametrize(
    "line",
    [
        "import pkg.b",
        "from pkg import b",
        "from . import b",
        "import pkg.b as b",
        "from pkg.b import B",
        "from .b import B",
        "from .b import *",
    ],
)
def test_a_relative_import_leads_where_an_absolute_one_does(line: str) -> None:
    used = "pkg.b.B" if line == "import pkg.b" else "B" if "B" in line or "*" in line else "b.B"
    files = {"__init__.pyi": "", "a.pyi": f"{line}\ndef f(x: {used}) -> None: ...\n", "b.pyi": "class B: ...\n"}
    function = read(files).modules["pkg.a"].names["f"].element
    assert isinstance(function, Function)
    assert function.signature.parameters[0].type is not None
    assert function.signature.parameters[0].type.normal == "pkg.b.B"


def test_a_relative_import_in_a_deep_package() -> None:
    files = {
        "__init__.pyi": "", "x/__init__.pyi": "from ..b import B\nfrom .y import Y as Y\ndef f(b: B) -> Y: ...\n",
        "x/y.pyi": "from ...pkg.b import B\nfrom . import z\nclass Y(z.Z): ...\n", "x/z.pyi": "class Z: ...\n",
        "b.pyi": "class B: ...\n",
    }  # fmt: skip
    found = read(files)
    assert found.classes["pkg.x.y.Y"].bases == ("pkg.x.z.Z",)


def test_what_stands_outside_the_package_is_a_reference() -> None:
    files = {"__init__.pyi": "from os import PathLike as PathLike\n"}
    assert names(files) == {"PathLike": "os.PathLike"}


def test_a_class_that_a_method_names_is_read_though_nothing_exports_it() -> None:
    files = {
        "__init__.pyi": "from pkg._a import _A\nclass Driver:\n    def f(self, x: '_A') -> None: ...\n",
        "_a.pyi": "class _A:\n    x: int\n",
    }
    assert set(read(files).classes) == {"pkg.Driver", "pkg._a._A"}


def test_a_nested_class_leads_to_its_own_path() -> None:
    files = {"__init__.pyi": "class A:\n    class B:\n        class C: ...\n    def f(self, x: B.C) -> 'A.B': ...\n"}
    method = read(files).classes["pkg.A"].members["f"].element
    assert isinstance(method, Function)
    assert method.signature.returns is not None
    assert method.signature.returns.normal == "pkg.A.B"
    assert method.signature.parameters[0].type is not None
    assert method.signature.parameters[0].type.normal == "pkg.A.B.C"


# What cannot be followed. --------------------------------------------------------------------------------------------


def refused(sources: Sources, **asked: Any) -> str:
    with pytest.raises(ReadingError) as caught:
        read(sources, **asked)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_names_that_import_each_other_in_a_circle() -> None:
    files = {"__init__.pyi": "from pkg.a import X as X\n", "a.pyi": "from pkg import X as X\n"}
    assert (
        refused(files) == "pkg.X and pkg.a.X import each other and nothing defines them: define the name in one place"
    )


def test_a_broken_reexport_says_where_it_stands() -> None:
    files = {"__init__.pyi": "\n\nfrom pkg.a import Gone as Gone\n", "a.pyi": "class A: ...\n"}
    assert refused(files) == (
        "pkg/__init__.pyi:3: `Gone` leads to pkg.a.Gone, which is not there: define it, or drop the name"
    )


def test_a_name_in_all_that_is_not_there() -> None:
    assert "`Gone` leads to pkg.Gone, which is not there" in refused({"__init__.pyi": "__all__ = ['Gone']\n"})


def test_a_reexport_from_a_module_that_is_not_there() -> None:
    assert "pkg/__init__.pyi:1" in refused({"__init__.pyi": "from pkg.gone import A as A\n"})


def test_what_a_dynamic_module_makes_up_is_there() -> None:
    files = {
        "__init__.pyi": "from pkg._a import made_up as made_up\n",
        "_a.pyi": "def __getattr__(name: str) -> int: ...\n",
    }
    assert names(files) == {"made_up": "pkg._a.made_up"}
