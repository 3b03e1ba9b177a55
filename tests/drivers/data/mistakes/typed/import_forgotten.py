from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def start(self, call: Call, /) -> None:
        print(BootPlan())  # D: import-missing `BootPlan` is used
        print(Sequenze)


class Right(Complete):
    pass
