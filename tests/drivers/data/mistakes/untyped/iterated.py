from complete import Complete


class Wrong(Complete):
    def spawn(self, call, instance, plan, *, networks, disks, devices):
        for vif in networks:  # D: attribute-unknown
            print(vif)


class Right(Complete):
    def spawn(self, call, instance, plan, *, networks, disks, devices):
        for vif in networks.vifs:
            print(vif)
