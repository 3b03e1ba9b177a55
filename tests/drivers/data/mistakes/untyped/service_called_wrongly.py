from complete import Complete


class Wrong(Complete):
    def stop(self, call):
        call.progress()  # D: call-unfit `Call.progress`


class Right(Complete):
    def stop(self, call):
        call.cancelled()
