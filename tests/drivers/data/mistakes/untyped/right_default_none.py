from complete import Complete


class Right(Complete):
    def power_off(self, call, instance, shutdown=None, hard=False):
        print(shutdown)

    def power_on(self, call, instance=None, networks=None, disks=None, devices=None, **rest):
        pass
