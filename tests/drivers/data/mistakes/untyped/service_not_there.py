from complete import Complete


class Wrong(Complete):
    def start(self, call):
        call.hang_up()  # D: attribute-unknown `Call` has no `hang_up`


class Right(Complete):
    def start(self, call):
        call.cancelled()
