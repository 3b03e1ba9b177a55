from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        if "x" in instance:  # D: use-unfit
            pass


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        if "x" in instance.tags:
            pass
