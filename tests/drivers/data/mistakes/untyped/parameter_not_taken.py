from complete import Complete


class Wrong(Complete):
    def power_on(self, call, instance, *, networks, disks):  # D: override-signature `power_on` does not take `devices`
        pass


class Right(Complete):
    def power_on(self, *args, **kwargs):
        pass
