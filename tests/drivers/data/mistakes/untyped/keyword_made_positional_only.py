from complete import Complete


class Wrong(Complete):
    def power_on(self, call, instance, networks, disks, devices, /):  # D: override-signature `power_on`
        pass


class Right(Complete):
    def power_on(self, call, instance, networks, disks, devices):
        pass
