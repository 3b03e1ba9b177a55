"""A libvirtd of one's own, whose test hypervisor a driver reaches through a socket, and which can be killed."""

import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

NOBODY = 65534
PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
PROGRAM = shutil.which("libvirtd", path=PATH)


@dataclass
class Daemon:
    """libvirtd as an ordinary user runs it; it refuses to be root where no user exists for its guests."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="libvirtd-")))
    process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        return f"test+unix:///default?socket={self.folder}/libvirt/libvirt-sock"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        import libvirt

        assert PROGRAM is not None
        user = NOBODY if os.geteuid() == 0 else None
        if user is not None:
            os.chown(self.folder, user, user)
        places = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(self.folder))
        self.process = subprocess.Popen(
            [PROGRAM, "--config", os.devnull],
            env={"PATH": PATH, **places},
            cwd=self.folder,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            try:
                libvirt.open(self.uri).close()
            except libvirt.libvirtError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("libvirtd does not answer")

    def kill(self) -> None:
        """Let it die as it does where a machine fails: without a word."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def remove(self) -> None:
        """Kill it, and remove all that it has left."""
        self.kill()
        shutil.rmtree(self.folder)
