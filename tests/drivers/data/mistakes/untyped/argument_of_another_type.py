from complete import Complete


class Wrong(Complete):
    def stop(self, call):
        call.progress("stopped")  # D: call-unfit `Call.progress` takes `Progress` as argument 1, and is passed `str`


class Right(Complete):
    def stop(self, call):
        call.cancelled()
