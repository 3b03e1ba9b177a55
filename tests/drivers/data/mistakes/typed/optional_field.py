from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def stop(self, call: Call, /) -> None:
        print(call.deadline.year)  # D: attribute-unknown


class Right(Complete):
    def stop(self, call: Call, /) -> None:
        deadline = call.deadline
        print(deadline.year if deadline else 0)
