from complete import Complete


class Wrong(Complete):
    def power_on(self, call, instance, *arguments):  # D: override-signature `power_on` does not take `networks`
        pass


class Right(Complete):
    def power_on(self, *arguments, **named):
        pass
