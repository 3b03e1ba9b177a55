from complete import Complete

from virtapi.objects.power import RebootKind


class Wrong(Complete):
    def reboot(self, call, instance, kind, *, networks, disks, devices, shutdown):
        if kind == "HARD":  # D: use-unfit
            pass


class Right(Complete):
    def reboot(self, call, instance, kind, *, networks, disks, devices, shutdown):
        if kind is RebootKind.HARD:
            pass
