"""How a machine gets at the data of images."""

from tests.cycles.memory_2026_1.hypervisor import Machine
from tests.cycles.memory_2026_1.provision import Provisioning
from virtapi.capabilities import ImageCacheable
from virtapi.exceptions import ImageUnsuitable, InsufficientResources
from virtapi.host import Call
from virtapi.objects.image import ContainerFormat, DiskFormat, Image
from virtapi.objects.instance import Instance
from virtapi.objects.request import Progress
from virtapi.units import CertificateId, ImageId, NodeName, Percent, ResourceAmount, ResourceClass

FORMATS = frozenset({DiskFormat.RAW, DiskFormat.QCOW2})


class Images(Provisioning, ImageCacheable):
    """Reads images, and keeps those that the host wants to be kept."""

    def cache_image(self, call: Call, node: NodeName, image: Image, /) -> bool:
        machine = self._machine(node)
        if image.id in machine.cache:
            return False
        self._check_image(image)
        if -(-image.size // 2**20) > machine.disk_left():
            needed = ResourceAmount(-(-image.size // 2**30))
            raise InsufficientResources(node=node, resource=ResourceClass("DISK_GB"), needed=needed)
        machine.cache[image.id] = self._read(call, image, None)
        return True

    def expire_images(self, call: Call, node: NodeName, in_use: frozenset[ImageId], /) -> None:
        machine = self._machine(node)
        for image in machine.cache.keys() - in_use:
            del machine.cache[image]

    def _data_of(self, call: Call, machine: Machine, instance: Instance, image: Image) -> bytes:
        """The data of an image for a guest. What the cache has was not checked against anybody's certificates."""
        self._check_image(image)
        if image.least_memory > instance.flavor.memory:
            raise ImageUnsuitable(image=image.id, reason=f"it needs {image.least_memory} MiB of memory")
        if image.least_disk > instance.flavor.root_disk > 0:
            raise ImageUnsuitable(image=image.id, reason=f"it needs {image.least_disk} GiB of disk")
        trusted = instance.trusted_certificates
        if trusted is None and image.id in machine.cache:
            return machine.cache[image.id]
        return self._read(call, image, trusted)

    def _check_image(self, image: Image) -> None:
        if image.format not in FORMATS or image.container is not ContainerFormat.BARE:
            reason = f"it is {image.format.value} in {image.container.value}"
            raise ImageUnsuitable(image=image.id, reason=reason)

    def _read(self, call: Call, image: Image, trusted: frozenset[CertificateId] | None) -> bytes:
        self._stop_if_cancelled(call)
        read = bytearray()
        with self._host.read_image(call, image, certificates=trusted) as pieces:
            for piece in pieces:
                read += piece
                call.progress(Progress(done=Percent(min(100, 100 * len(read) / max(1, image.size))), step="reading"))
                self._stop_if_cancelled(call)
        return bytes(read)
