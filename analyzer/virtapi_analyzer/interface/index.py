"""Releases of a package from the package index that pip is configured for.

Fetched with unearth, which finds and downloads and never builds (`pip download` builds a source archive to learn its
name). What was downloaded once is kept, and read again without asking the network.
"""

import bisect
import logging
import re
import shutil
import ssl
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from virtapi_analyzer.interface.archives import archive_tree, is_archive
from virtapi_analyzer.interface.cache import cache_folder
from virtapi_analyzer.interface.pip_settings import PipSettings, pip_settings
from virtapi_analyzer.interface.tree import Tree, silent
from virtapi_analyzer.model.errors import SourceError

if TYPE_CHECKING:
    import httpx2
    from unearth import Package, PackageFinder
    from unearth.fetchers import Fetcher

_REQUIREMENT = re.compile(
    r"\s*(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)\s*==\s*(?P<version>[A-Za-z0-9][A-Za-z0-9.+!_-]*)\s*"
)
_ATTEMPTS = 3
_STALE = 24 * 60 * 60  # seconds after which no run can still be busy with a partial download


def index_tree(requirement: str, package: str, *, progress: Callable[[str], None] = silent) -> Tree:
    """The package in one release of a distribution: `requirement` is "nova==21.0.0".

    A wheel where the index has one, for whatever platform and Python, else the source archive. Raises `SourceError`:
    no such name or version (it lists the nearest), no network, a cache that cannot be written, an unusable archive.
    """
    match = _REQUIREMENT.fullmatch(requirement)
    if match is None:
        raise SourceError(f"pypi:{requirement} names no single release: write pypi:NAME==VERSION, as pypi:nova==34.0.0")
    name, version = match["name"], _version(match["version"], requirement)
    folder = cache_folder() / "index" / canonicalize_name(name) / str(version)
    try:
        archive = _cached(folder) or _download(name, version, folder, progress)
        label = f"{name} {match['version']}"
        return archive_tree(archive, package, label=label, unpacked=folder / "unpacked")
    except OSError as error:
        raise SourceError(f"{folder} cannot be written ({error.strerror}): let VIRTAPI_CACHE name a folder") from error


def _version(text: str, requirement: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion as error:
        raise SourceError(f"{text!r} in pypi:{requirement} is no version: write one as 34.0.0") from error


def _cached(folder: Path) -> Path | None:
    found = sorted(file for file in folder.glob("[!.]*") if file.is_file() and is_archive(file.name))
    return found[0] if found else None


@dataclass(slots=True)
class _Answers:
    """What the indexes answered, for the message when nothing was found."""

    troubles: list[str] = field(default_factory=list)

    def note(self, response: "httpx2.Response") -> None:
        if response.status_code >= 400 and response.status_code != 404:
            self.troubles.append(f"{urlsplit(str(response.url)).hostname} answered {response.status_code}")


def _download(name: str, version: Version, folder: Path, progress: Callable[[str], None]) -> Path:
    """Fetch the best archive of a release into the folder, under its final name only when it is complete."""
    # Imported here: it takes 150 ms, and most runs fetch nothing.
    import httpx2
    from unearth.errors import HashMismatchError, UnpackError

    logging.getLogger("unearth").setLevel(logging.ERROR)  # what it warns of is in our own message
    progress(f"looking for {name} {version} in the package index")
    answers = _Answers()
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with _finder(pip_settings(), answers) as finder:
                package = _chosen(finder.find_all_packages(name, allow_yanked=True), name, version, answers)
                progress(f"downloading {package.link.filename}")
                return _kept(finder, package, folder)
        except (httpx2.TransportError, ssl.SSLError) as error:
            if attempt == _ATTEMPTS or isinstance(error, httpx2.TimeoutException):  # pip's timeout can be minutes
                raise SourceError(
                    f"the package index cannot be reached for {name} ({_told(error)}): "
                    "check the network and pip's settings"
                ) from error
            time.sleep(attempt / 2)
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:  # the last: an answer without sense
            raise SourceError(
                f"the package index failed for {name} ({_told(error)}): check pip's index settings"
            ) from error
        except (UnpackError, HashMismatchError) as error:
            raise SourceError(f"{name} {version} could not be downloaded ({_told(error)}): try again later") from error
    raise AssertionError("the last attempt returns or raises")


def _told(error: Exception) -> str:
    """An error in one line, without the credentials that an address may carry."""
    line = " ".join(str(error).split()) or type(error).__name__
    return re.sub(r"//[^/@\s]*@", "//***@", line)


def _chosen(links: "Sequence[Package]", name: str, version: Version, answers: _Answers) -> "Package":
    packages = [found for found in links if not found.link.is_vcs]  # archives only; nothing is cloned
    fitting = [found for found in packages if found.version is not None and Version(found.version) == version]
    if fitting:
        # unearth puts the best first, but a wheel that was withdrawn behind a source archive that was not.
        return next((found for found in fitting if found.link.is_wheel), fitting[0])
    if answers.troubles:
        raise SourceError(f"the package index failed for {name} ({'; '.join(answers.troubles)}): try again later")
    if not packages:
        raise SourceError(f"the package index has no package {name}: check its spelling and pip's index settings")
    known = sorted({Version(found.version) for found in packages if found.version is not None})
    at = bisect.bisect(known, version)
    nearest = ", ".join(str(near) for near in known[max(0, at - 2) : at + 2])
    raise SourceError(f"the package index has no {name} {version}: the nearest that it has are {nearest}")


def _kept(finder: "PackageFinder", package: "Package", folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(".partial-*"):
        if time.time() - left.stat().st_mtime > _STALE:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".partial-", dir=folder) as partial:
        fetched = finder.download(package.link, partial)
        if Path(partial) not in fetched.parents:  # a local file is not fetched, and not ours to move
            fetched = Path(shutil.copy(fetched, partial))
        return fetched.replace(folder / fetched.name)


@contextmanager
def _finder(settings: PipSettings, answers: _Answers) -> "Iterator[PackageFinder]":
    """What searches the indexes and folders that pip would search, its connections open only within the context."""
    from unearth import PackageFinder
    from unearth.auth import MultiDomainBasicAuth
    from unearth.fetchers.sync import PyPIClient

    # unearth's default index is pip's; it is there when no other source is named.
    index = settings.index or PackageFinder().sources[0]["url"]
    indexes = () if settings.no_index else (index, *settings.extra_indexes)
    links = [place for place in settings.find_links if "://" in place or Path(place).exists()]
    if not indexes and not links:
        raise SourceError("pip is told to use no index, and no folder of archives: set PIP_FIND_LINKS to one")
    with PyPIClient(
        trusted_hosts=settings.trusted_hosts,
        verify=_certificates(settings),
        timeout=settings.timeout,
        proxy=settings.proxy,
        follow_redirects=True,
        event_hooks={"response": [answers.note]},
    ) as client:
        client.auth = MultiDomainBasicAuth(prompting=False, index_urls=list(indexes))
        yield PackageFinder(
            cast("Fetcher", client),  # its own annotations do not see that this is what it takes by default
            index_urls=indexes,
            find_links=links,
            trusted_hosts=settings.trusted_hosts,
            # Nothing is installed, so what a release runs on does not matter: Python 2, other platforms are welcome.
            ignore_compatibility=True,
        )


def _certificates(settings: PipSettings) -> ssl.SSLContext | bool:
    if settings.certificates is None and settings.client_certificate is None:
        return True
    place = settings.certificates
    try:
        folder = place if place is not None and Path(place).is_dir() else None
        context = ssl.create_default_context(cafile=None if folder else place, capath=folder)
        if settings.client_certificate is not None:
            context.load_cert_chain(settings.client_certificate)
    except OSError as error:
        raise SourceError(f"pip's certificates cannot be read ({error}): correct `cert` in pip's settings") from error
    return context
