from complete import Complete


class Wrong(Complete):
    def start(self, call):
        from virtapi.units import Furlongs  # D: import-missing no `Furlongs`

        print(Furlongs)


class Right(Complete):
    def start(self, call):
        from virtapi.units import MiB

        print(MiB)
