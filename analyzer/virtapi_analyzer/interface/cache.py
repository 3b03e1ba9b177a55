"""Where what was downloaded or worked out is kept."""

import os
import time
from pathlib import Path


def cache_folder() -> Path:
    """The folder of the cache: `VIRTAPI_CACHE`, else the user's cache folder of the platform."""
    named = os.environ.get("VIRTAPI_CACHE")
    if named:
        return Path(named).absolute()
    import platformdirs

    return platformdirs.user_cache_path("virtapi", appauthor=False)


MONTH = 30 * 24 * 60 * 60


def used(file: Path) -> None:
    """Note that a file of the cache is in use."""
    os.utime(file)


def forget_unused(folder: Path) -> None:
    """Delete the files of a folder of the cache that nobody has used for a month."""
    oldest = time.time() - MONTH
    for entry in os.scandir(folder):
        if entry.stat().st_mtime < oldest:
            os.unlink(entry)


def keep(file: Path, content: bytes, *, moment: int | None = None) -> None:
    """Put a file of the cache into its place: whoever reads it sees it whole, or what was there before.

    `moment` is the time that it gets, in seconds; without one, it is now.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    partial.write_bytes(content)
    if moment is not None:
        os.utime(partial, (moment, moment))
    partial.replace(file)
