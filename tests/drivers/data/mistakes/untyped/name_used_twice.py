from complete import Complete

from virtapi import units


class Wrong(Complete):
    def start(self, call):
        print(units.Furlong(3))  # D: import-missing no `Furlong`
        print(call.cancelled())


class Right(Complete):
    def start(self, call):
        print(units.MiB(3))
