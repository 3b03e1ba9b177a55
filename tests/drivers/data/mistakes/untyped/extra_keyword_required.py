from complete import Complete


class Wrong(Complete):
    def power_on(self, call, instance, *, networks, disks, devices, wait):  # D: override-signature asks for `wait`
        pass


class Right(Complete):
    def power_on(self, call, instance, *, networks, disks, devices, wait=True):
        pass
