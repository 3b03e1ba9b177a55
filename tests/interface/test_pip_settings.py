"""Where pip takes packages from, by its files and variables."""

import os
from pathlib import Path

import pytest

from tests.interface.demo import put
from virtapi_analyzer.interface.pip_settings import pip_settings
from virtapi_analyzer.model.errors import ConfigurationError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home/.config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "xdg"))
    monkeypatch.setattr("sys.prefix", str(tmp_path / "venv"))
    return tmp_path


def test_pips_files_and_variables_win_in_pips_order(home: Path) -> None:
    put(home, {"xdg/pip/pip.conf": b"[global]\nindex-url = http://machine\ntrusted-host = a\n  b\ntimeout = 3\n"})
    put(home, {"home/.config/pip/pip.conf": b"[global]\nindex_url = http://user\ncert = /user.pem\n"})
    put(home, {"venv/pip.conf": b"[global]\ncert = /venv.pem\nextra-index-url = http://x http://y\n"})
    settings = pip_settings({"PIP_CERT": "/environment.pem", "PIP_NO_INDEX": "true"})
    assert (settings.index, settings.timeout, settings.trusted_hosts) == ("http://user", 3.0, ("a", "b"))
    assert settings.extra_indexes == ("http://x", "http://y")
    assert (settings.certificates, settings.no_index) == ("/environment.pem", True)


def test_a_file_that_PIP_CONFIG_FILE_names_takes_the_place_of_the_users(home: Path) -> None:
    put(home, {"home/.config/pip/pip.conf": b"[global]\nproxy = http://user\n"})
    put(home, {"named.conf": b"[download]\nindex-url = http://download\n[global]\nindex-url = http://global\n"})
    settings = pip_settings({"PIP_CONFIG_FILE": str(home / "named.conf")})
    assert (settings.index, settings.proxy) == ("http://download", None)
    assert pip_settings({"PIP_CONFIG_FILE": os.devnull}).index is None


def test_a_folder_of_archives_may_have_a_blank_in_its_name(home: Path) -> None:
    put(home, {"a b/c.txt": b""})
    settings = pip_settings({"PIP_FIND_LINKS": f"{home}/a b\nhttp://one http://two"})
    assert settings.find_links == (f"{home}/a b", "http://one", "http://two")


@pytest.mark.parametrize("content", [b"index-url = http://no-section", b"\xff\xfe"])
def test_a_file_that_is_no_configuration_of_pip_is_one_line(home: Path, content: bytes) -> None:
    put(home, {"venv/pip.conf": content})
    with pytest.raises(ConfigurationError, match=r"pip.conf is no configuration of pip: correct it"):
        pip_settings({})
