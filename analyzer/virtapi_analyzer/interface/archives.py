"""A package inside a wheel or a source archive. Nothing in it is ever built or executed."""

import gzip
import lzma
import posixpath
import shutil
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

from virtapi_analyzer.interface.tree import Tree, belongs, find_holder, is_python
from virtapi_analyzer.model.errors import SourceError

ZIPPED = (".whl", ".zip")
TARRED = (".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".tar")

# What reading a damaged archive raises. An `OSError` may be the operating system's own as well; it has a number then.
_BROKEN = (
    *(OSError, EOFError, ValueError, NotImplementedError, RuntimeError),
    *(zlib.error, lzma.LZMAError, gzip.BadGzipFile, zipfile.BadZipFile, tarfile.TarError),
)


def is_archive(name: str) -> bool:
    """Whether a file of this name can be read by `archive_tree`."""
    return name.lower().endswith((*ZIPPED, *TARRED))


def archive_tree(archive: Path, package: str, *, label: str, unpacked: Path) -> Tree:
    """The package in a wheel or a source archive.

    A zip is read member by member without unpacking. The Python files of a tar are unpacked once, into the folder
    `unpacked`: through tarfile's data filter, as plain files, so that no link can lead out.

    Raises `SourceError` for an archive with a member that points outside (an absolute path, `..`, a link outwards),
    whatever the member is, for one that cannot be read, and where the package is not in it.
    """
    try:
        if archive.name.lower().endswith(ZIPPED):
            members, read = _zipped(archive)
        else:
            members, read = _tarred(archive, unpacked)
    except _BROKEN as error:
        raise _unreadable(archive, error) from error
    holder = find_holder(members, package, within=label)
    files = {path[len(holder) :]: path for path in members if path.startswith(holder)}
    found = frozenset(file for file in files if belongs(file, package))

    def read_file(file: str) -> bytes:
        try:
            return read(files[file])
        except _BROKEN as error:
            raise _unreadable(archive, error) from error

    told = archive.stat()
    state = f"{archive.resolve()} {told.st_size} {told.st_mtime_ns} {holder}"
    return Tree(label=label, files=found, read=read_file, locate=lambda file: f"{label}: {file}", state=state)


def _zipped(archive: Path) -> tuple[list[str], Callable[[str], bytes]]:
    opened = zipfile.ZipFile(archive)
    members: dict[str, zipfile.ZipInfo] = {}
    for member in opened.infolist():
        _refuse_outside(archive, member.filename)
        mode = member.external_attr >> 16
        if stat.S_ISLNK(mode):
            _refuse_link(archive, member.filename, opened.read(member).decode("utf-8", "replace"))
        elif is_python(member.filename):
            members[_installed(member.filename)] = member
    return list(members), lambda path: opened.read(members[path])


def _installed(member: str) -> str:
    """Where a wheel's member lies once installed: `NAME.data/purelib/` and `platlib/` hold what goes to the root."""
    first, _, rest = member.partition("/")
    scheme, _, inside = rest.partition("/")
    return inside if first.endswith(".data") and scheme in ("purelib", "platlib") else member


def _tarred(archive: Path, unpacked: Path) -> tuple[list[str], Callable[[str], bytes]]:
    if not unpacked.is_dir():
        unpacked.parent.mkdir(parents=True, exist_ok=True)
        # Unpacked beside the final name and renamed, so that a run that is killed leaves no half of an archive there.
        partial = Path(tempfile.mkdtemp(prefix=".partial-", dir=unpacked.parent))
        try:
            _unpack(archive, partial)
            try:
                partial.rename(unpacked)
            except OSError:
                if not unpacked.is_dir():  # otherwise another run was first, with the same files
                    raise
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    members = [path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if is_python(path.name)]
    return [path for path in members if (unpacked / path).is_file()], lambda path: (unpacked / path).read_bytes()


def _unpack(archive: Path, folder: Path) -> None:
    safe = getattr(tarfile, "data_filter", None)  # since Python 3.11.4; what it refuses, we have refused before
    with tarfile.open(archive) as opened:
        for member in opened:
            _refuse_outside(archive, member.name)
            if member.issym():
                _refuse_link(archive, member.name, member.linkname)
            elif member.islnk():
                _refuse_outside(archive, member.linkname)
            try:
                if safe is not None:
                    safe(member, str(folder))
            except tarfile.TarError as error:
                raise SourceError(_outside(archive, member.name)) from error
            if not member.isdir() and is_python(member.name):
                _write(opened, member, folder / member.name)


def _write(opened: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> None:
    """Write one member as a plain file, for a link what it points to; leave out what has no content."""
    try:
        content = opened.extractfile(member)
    except KeyError:  # a link to what the archive does not have
        return
    if content is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            shutil.copyfileobj(content, stream)


def _refuse_outside(archive: Path, name: str) -> None:
    windows = PureWindowsPath(name)
    if windows.drive or windows.root or ".." in windows.parts:
        raise SourceError(_outside(archive, name))


def _refuse_link(archive: Path, name: str, target: str) -> None:
    end = PurePosixPath(posixpath.normpath(PurePosixPath(name).parent / target))
    if PureWindowsPath(target).drive or PureWindowsPath(target).root or end.parts[0] == "..":
        raise SourceError(_outside(archive, name))


def _outside(archive: Path, name: str) -> str:
    return f"{archive.name} has a member that points outside the archive ({name!r}): it is not read, delete {archive}"


def _unreadable(archive: Path, error: Exception) -> SourceError:
    if isinstance(error, OSError) and error.errno is not None:
        return SourceError(f"{archive} cannot be read or unpacked ({error.strerror}): check permissions and space")
    reason = " ".join(str(error).split()) or type(error).__name__
    return SourceError(f"{archive} is damaged or no archive ({reason}): delete it and try again")
