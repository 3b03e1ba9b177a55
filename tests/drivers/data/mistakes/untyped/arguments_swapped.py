from complete import Complete


class Wrong(Complete):
    def power_off(self, call, shutdown, instance):  # D: override-misdirected `power_off` takes `instance` and `shutdown` in another place
        pass


class Right(Complete):
    def power_off(self, call, server, how):
        pass
