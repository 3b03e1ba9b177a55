"""What was read of versions that do not change any more, kept so that they need not be read again.

It is kept as a pickle, which is read ten times as fast as the version itself. From a pickle nothing is made but the
frozen data of `virtapi_analyzer.model`: whatever somebody wrote into the cache, no other name in it is looked up.
"""

import hashlib
import io
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import cast

from virtapi_analyzer.interface.cache import cache_folder, forget_unused, keep, used
from virtapi_analyzer.model.interface import Interface

Known = tuple[Interface, tuple[str, ...]]
"""An interface, and the files that it was read from, by path in the tree."""

_MODEL = "virtapi_analyzer.model."
_UNREADABLE = (
    OSError,
    pickle.UnpicklingError,
    EOFError,
    ImportError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
_DIGEST = hashlib.sha256().digest_size


def known(name: str) -> Known | None:
    """What is kept under a name; None where there is nothing that can be read."""
    file = _file(name)
    try:
        content = file.read_bytes()
        used(file)
        digest, data = content[:_DIGEST], content[_DIGEST:]
        if hashlib.sha256(data).digest() != digest:
            return None
        return cast("Known", _Reader(io.BytesIO(data)).load())
    except _UNREADABLE:
        return None


def know(name: str, interface: Interface, files: Iterable[str]) -> None:
    """Keep an interface, where the cache can be written, and forget those that nobody has asked for a month."""
    data = pickle.dumps((interface, tuple(files)), protocol=pickle.HIGHEST_PROTOCOL)
    file = _file(name)
    try:
        keep(file, hashlib.sha256(data).digest() + data)
        forget_unused(file.parent)
    except OSError:  # the next run reads it again
        return


def _file(name: str) -> Path:
    return cache_folder() / "interfaces" / name


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> object:
        """A class of the model; nothing else is made."""
        found = super().find_class(module, name) if module.startswith(_MODEL) else None
        if isinstance(found, type) and found.__module__.startswith(_MODEL):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no class of the model")
