"""Where the answer of a command goes: to standard output, or whole into a file."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from virtapi_analyzer.model.errors import ConfigurationError


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command has to say, and its exit status; `remarks` are for the person alone, on standard error."""

    text: str
    status: int = 0
    remarks: tuple[str, ...] = ()


def say(answer: Answer, file: str | None) -> None:
    """Print the answer, or write it into a file. Raises `ConfigurationError` where that cannot be written."""
    if file is None or file == "-":
        sys.stdout.write(answer.text)
        sys.stdout.flush()
    else:
        write_whole(Path(file), answer.text)
    for remark in answer.remarks:
        print(f"virtapi: {remark}", file=sys.stderr)


def write_whole(file: Path, text: str) -> None:
    """Write a file so that it is never seen half-written: under another name first, then in its place."""
    import tempfile

    try:
        if file.exists() and not file.is_file():  # a pipe or a device is no file that could be replaced
            file.write_text(text, encoding="utf-8")
            return
        file = file.resolve()
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
                stream.write(text)
            os.chmod(name, file.stat().st_mode if file.exists() else 0o666 & ~_umask())
            os.replace(name, file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be written ({error.strerror}): name another file with -o") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
