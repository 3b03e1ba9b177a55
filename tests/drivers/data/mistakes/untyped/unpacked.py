from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        timeout, interval = shutdown  # D: use-unfit


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        timeout = shutdown.timeout
        print(timeout)
