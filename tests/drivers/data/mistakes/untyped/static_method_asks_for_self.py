from complete import Complete


class Wrong(Complete):
    @staticmethod
    def stop(self, call):  # D: override-signature `stop` asks for `call`, which is not passed
        pass


class Right(Complete):
    @staticmethod
    def stop(call):
        pass
