from complete import Complete

from virtapi.objects.power import RebootKind


class Wrong(Complete):
    def reboot(self, call, instance, kind, *, networks, disks, devices, shutdown):
        match kind:
            case RebootKind.COLD:  # D: attribute-unknown `RebootKind` has no `COLD`
                pass


class Right(Complete):
    def reboot(self, call, instance, kind, *, networks, disks, devices, shutdown):
        match kind:
            case RebootKind.SOFT:
                pass
            case RebootKind.HARD:
                pass
