"""`virtapi runtime`: the modules that run, beside the stubs."""

from pathlib import Path

STUB = '"""What a kettle is."""\n\nfrom enum import Enum\n\nclass Heat(Enum):\n    """How hot."""\n\n    LOW = "low"\n'


def test_a_module_is_produced_and_then_fresh(project, virtapi):
    Path("src/kettle/heat.pyi").write_text(STUB)
    Path("src/kettle/__init__.pyi").write_text('"""Kettles."""\n')

    stale = virtapi("runtime", "--check")
    assert stale.status == 1
    assert stale.out == "src/kettle/__init__.py\nsrc/kettle/heat.py\n"
    assert stale.err == "virtapi: these are not as their stubs say: `virtapi runtime` writes them\n"
    assert not Path("src/kettle/heat.py").exists()

    assert virtapi("runtime").out == "src/kettle/__init__.py updated\nsrc/kettle/heat.py updated\n"
    assert 'LOW = "low"' in Path("src/kettle/heat.py").read_text()

    fresh = virtapi("runtime", "--check")
    assert (fresh.status, fresh.out) == (0, "every module is as its stub says\n")


def test_a_package_can_be_named(project, virtapi, tmp_path, monkeypatch):
    Path("src/kettle/__init__.pyi").write_text(STUB)
    assert virtapi("runtime", "src/kettle").out == "src/kettle/__init__.py updated\n"
    assert virtapi("runtime", "src", "--check").status == 0
