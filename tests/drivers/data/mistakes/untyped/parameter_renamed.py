from complete import Complete


class Wrong(Complete):
    def power_on(self, call, instance, *, network_info, disks, devices):  # D: override-signature calls `networks` `network_info`
        pass


class Right(Complete):
    def power_on(self, the_call, guest, *, networks, disks, devices):
        pass
