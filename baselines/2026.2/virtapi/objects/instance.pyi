"""An instance as its host knows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from virtapi.contract import open_enum
from virtapi.objects.flavor import Flavor
from virtapi.objects.image import DirectKernel
from virtapi.objects.image_properties import ImageProperties
from virtapi.objects.numa import InstanceNuma
from virtapi.objects.processor import ProcessorModel
from virtapi.units import (
    CertificateId,
    HostName,
    ImageId,
    InstanceUuid,
    LaunchIndex,
    NodeName,
    ProjectId,
    UserId,
)
from virtapi.values import matches

__all__ = ["Instance", "KeyPair", "KeyPairKind"]

@open_enum
class KeyPairKind(Enum):
    """What a key pair is for. Members will be added: who reads one needs a default branch."""

    SSH = "ssh"
    """To log in through SSH."""
    X509 = "x509"
    """To log in through Windows Remote Management: the public half is a certificate."""

@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair:
    """The public half of a key pair with which a user logs in."""

    name: Annotated[str, MinLen(1)]
    """What its owner calls it."""
    kind: KeyPairKind = KeyPairKind.SSH
    """What it is for."""
    public: Annotated[str, MinLen(1)]
    """The public half, as text."""
    fingerprint: str = ""
    """The digest by which people compare it; empty: it is not known."""

@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A virtual machine that a user owns and a host looks after."""

    uuid: InstanceUuid
    """What names it, for its whole life and on every host."""
    name: Annotated[str, matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")]
    """The name that its host gives it, unique on the host; hypervisors show it, and name files by it."""
    node: NodeName
    """The node that it is on, or will be. A host has an instance on one of its nodes only."""
    host: HostName | None = None
    """The host that looks after it; None: none does at the moment."""
    project: ProjectId
    """The project that owns it."""
    owner: UserId
    """The user who made it."""
    flavor: Flavor
    """How large it is, and what its operator asks for it."""
    image: ImageId | None = None
    """The image that it was made from; None: it was made from a volume, or the image is not known any more."""
    image_properties: ImageProperties = field(default_factory=ImageProperties)
    """What the image that it was made from says, be its data on a disk of the node or on a volume. Whenever a driver
    defines the guest, it does so from this and the flavor."""
    trusted_certificates: frozenset[CertificateId] | None = None
    """The certificates by which every image that its guest gets must be signed, directly or through others: the one
    that it is made from, and the one that it is rescued with. None: by any, or by none, as the host has it. Only for a
    driver with the flag `TRUSTED_CERTIFICATES`."""
    kernel: DirectKernel | None = None
    """The kernel that the hypervisor starts; None: it boots from its disks."""
    numa: InstanceNuma | None = None
    """The NUMA cells that it sees, and where on the node they are; None: it sees none."""
    processor_model: ProcessorModel | None = None
    """The processors that it was started with, by which a destination is judged, as the driver has told with
    `HostServices.report_processor_model`; None: no driver has told."""
    display_name: str = ""
    """What its owner calls it."""
    description: str = ""
    """What its owner says of it."""
    hostname: str = ""
    """What it calls itself; empty: it is not told."""
    availability_zone: str = ""
    """The part of the cloud that it is in, as users name it; empty: parts have no names."""
    reservation: str = ""
    """The name that the instances of one request share; empty: there is none."""
    launch_index: Annotated[LaunchIndex, Ge(0), Le(2**31)] = LaunchIndex(0)
    """Its place among the instances of that request; 0 comes first."""
    launched: datetime | None = None
    """When it was first started; None: it was not started yet."""
    keypairs: Sequence[KeyPair] = ()
    """What users log in with."""
    user_data: bytes | None = field(default=None, repr=False)
    """What its owner wants the guest to read when it first boots; None: nothing. It may hold secrets, so that `repr`
    does not show it."""
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    """What its owner has noted on it, by name, for the guest to read."""
    tags: frozenset[str] = frozenset()
    """What its owner has marked it with."""
    security_groups: frozenset[str] = frozenset()
    """The names of the groups that say what may pass to it."""
