"""Images in a dict: their data is checked as it is read, and those that are empty can be filled once."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from virtapi.exceptions import ImageCorrupt, ImageUnavailable, ImageUntrusted, ImageUploadFailed
from virtapi.objects.image import Image
from virtapi.units import CertificateId, ImageId

PIECE = 2**20


@dataclass(kw_only=True)
class ImageService:
    """Which images there are, which of them are still empty, by which certificates they are signed, and whether all must."""

    images: dict[ImageId, bytes]
    empty: set[ImageId]
    signed: dict[ImageId, CertificateId]
    wary: bool = False

    @contextmanager
    def read(self, image: Image, certificates: frozenset[CertificateId] | None) -> Generator[Iterator[bytes]]:
        """The data of an image; what is wrong with it is told at its end, as one who reads it as it comes must."""
        if image.id not in self.images:
            raise ImageUnavailable(image=image.id)
        yield self._pieces(image, self.images[image.id], certificates)

    def fill(self, image: ImageId, data: Iterable[bytes]) -> None:
        """Take the data of an image."""
        if image in self.images:
            raise ImageUploadFailed(image=image)
        if image not in self.empty:
            raise ImageUnavailable(image=image)
        self.images[image] = b"".join(data)
        self.empty.discard(image)

    def _pieces(self, image: Image, data: bytes, certificates: frozenset[CertificateId] | None) -> Iterator[bytes]:
        for start in range(0, len(data), PIECE):
            yield data[start : start + PIECE]
        if len(data) != image.size:
            raise ImageCorrupt(image=image.id, reason=f"it has {len(data)} bytes")
        if image.checksum is not None and sha256(data).hexdigest() != image.checksum:
            raise ImageCorrupt(image=image.id, reason="its checksum is another")
        signer = self.signed.get(image.id)
        if (self.wary and signer is None) or (certificates is not None and signer not in certificates):
            raise ImageUntrusted(image=image.id, reason="it is not signed by a certificate that is trusted")
