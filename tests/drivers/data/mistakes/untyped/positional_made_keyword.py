from complete import Complete


class Wrong(Complete):
    def power_off(self, call, *, instance, shutdown):  # D: override-signature `power_off`
        pass


class Right(Complete):
    def power_off(self, *arguments):
        pass
