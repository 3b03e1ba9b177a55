from complete import Complete


class Wrong(Complete):
    def start(self, call):
        call.cancelled(recently=True)  # D: call-unfit `Call.cancelled` does not take `recently`


class Right(Complete):
    def start(self, call):
        call.cancelled()
