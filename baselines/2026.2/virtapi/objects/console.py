# Produced from console.pyi by `virtapi runtime`; not to be edited.
"""Where the console of a guest is to be reached, for a proxy that users talk to."""

from __future__ import annotations

from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi._data import data
from virtapi.units import TcpPort
from virtapi.values import Secret, check_fields

__all__ = ["MksConsole", "SerialConsole", "SpiceConsole", "VncConsole"]


@data
class VncConsole:
    """A guest's screen, through the protocol of VNC."""

    host: Annotated[str, MinLen(1)]
    """Who listens, by name or address."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)]
    """The port."""
    path: str = ""
    """What the proxy must ask for with HTTP's CONNECT before the protocol begins; empty: nothing."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class SpiceConsole:
    """A guest's screen, through the protocol SPICE."""

    host: Annotated[str, MinLen(1)]
    """Who listens, by name or address."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)] | None = None
    """The port that is open to anybody; None: there is none."""
    tls_port: Annotated[TcpPort, Ge(1), Le(65_535)] | None = None
    """The port on which all is encrypted; None: there is none."""
    path: str = ""
    """What the proxy must ask for with HTTP's CONNECT before the protocol begins; empty: nothing."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class SerialConsole:
    """A guest's serial port, as a stream of bytes over TCP."""

    host: Annotated[str, MinLen(1)]
    """Who listens, by name or address."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)]
    """The port."""
    path: str = ""
    """What the proxy must ask for with HTTP's CONNECT before the stream begins; empty: nothing."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)


@data
class MksConsole:
    """A guest's screen, mouse and keyboard, through VMware's protocol."""

    host: Annotated[str, MinLen(1)]
    """Who listens, by name or address."""
    port: Annotated[TcpPort, Ge(1), Le(65_535)]
    """The port."""
    ticket: Secret
    """What lets its bearer in, for a short time."""
    configuration: str
    """The path of the guest's configuration in its datastore."""
    thumbprint: str
    """The SHA-1 of the certificate of who listens, in hexadecimal digits with colons between the pairs."""

    def __post_init__(self) -> None:
        """Check every field, and freeze what it holds."""
        check_fields(self)
