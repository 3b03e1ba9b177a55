from complete import Complete


class Wrong(Complete):
    def spawn(self, call, instance, plan, *, networks, disks, devices):
        print(disks.get("root"))  # D: attribute-unknown `DiskPlan` has no `get`


class Right(Complete):
    def spawn(self, call, instance, plan, *, networks, disks, devices):
        print(instance.metadata.get("root"))
