"""What the README of the driver shows can be done as it stands there."""

import re
from pathlib import Path

import pytest


def test_the_example_of_the_readme_works(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (repository / "reference_driver" / "README.md").read_text()
    (example,) = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    exec(example.replace("/tmp/virtapi-libvirt", str(tmp_path)), {})
    (promised,) = re.findall(r"  # (InstanceInfo.*)$", example, re.MULTILINE)
    assert capsys.readouterr().out == f"{promised}\n"
