"""Tables of a TOML file, read so that whatever is wrong in one is said with the file and the key."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from virtapi_analyzer.interface.folders import shown
from virtapi_analyzer.model.errors import ConfigurationError


def read_toml(file: Path) -> dict[str, Any]:
    """The content of a TOML file. Raises `ConfigurationError` where it cannot be read, with the line where known."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{shown(file)} is no TOML ({error}): correct it") from error
    except OSError as error:
        raise ConfigurationError(f"{shown(file)} cannot be read ({error.strerror}): check the file") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a file, and the key under which it stands there.

    What is absent is None or empty, never an error; what is of another type is a `ConfigurationError`.
    """

    content: Mapping[str, Any]
    file: Path
    key: str

    @classmethod
    def of(cls, value: Any, *, file: Path, key: str) -> "Table":
        """The table that a value must be."""
        if not isinstance(value, dict):
            raise ConfigurationError(f"{shown(file)}: {key} must be a table: write [{key}]")
        return cls(content=value, file=file, key=key)

    def error(self, key: str, what: str) -> ConfigurationError:
        """The error to raise about one key; `what` continues the sentence that begins with the key."""
        quoted = key if key.replace("-", "").replace("_", "").isalnum() else f'"{key}"'
        return ConfigurationError(f"{shown(self.file)}: {self.key}.{quoted} {what}")

    def allow(self, *known: str) -> None:
        """Refuse every key that is not one of these."""
        for key in self.content:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                meant = f"did you mean {near[0]}? " if near else ""
                raise self.error(key, f"is no key: {meant}known are {', '.join(known)}")

    def text(self, key: str) -> str | None:
        """A text that is not empty."""
        value = self.content.get(key)
        if value is None or (isinstance(value, str) and value):
            return value
        raise self.error(key, f"must be a text that is not empty, not {value!r}")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that are not empty."""
        value = self.content.get(key, [])
        if isinstance(value, list) and all(isinstance(entry, str) and entry for entry in value):
            return tuple(value)
        raise self.error(key, f'must be a list of texts, as ["a", "b"], not {value!r}')

    def path(self, key: str, root: Path) -> Path | None:
        """A path, made absolute from `root`; whether anything is there is not asked."""
        value = self.text(key)
        return root / value if value is not None else None

    def table(self, key: str) -> "Table | None":
        """A table below this one."""
        if key not in self.content:
            return None
        return Table.of(self.content[key], file=self.file, key=f"{self.key}.{key}")

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The named tables of a table below this one."""
        outer = self.table(key)
        for name in outer.content if outer is not None else ():
            inner = outer.table(name) if outer is not None else None
            if inner is not None:
                yield name, inner

    def list_of_tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables below this one, in the order of the file."""
        value = self.content.get(key, [])
        if not isinstance(value, list):
            raise self.error(key, f"must be a list of tables: write [[{self.key}.{key}]]")
        return tuple(Table.of(entry, file=self.file, key=f"{self.key}.{key}") for entry in value)
