from complete import Complete


class Wrong(Complete):
    def spawn(self, instance, plan, call, *, networks, disks, devices):  # D: override-misdirected
        pass


class Right(Complete):
    def spawn(self, ctx, vm, plan, *, networks, disks, devices):
        pass
