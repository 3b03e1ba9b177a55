from complete import Complete


class Wrong(Complete):
    def stop(call):  # D: override-signature `stop` does not take `call`
        pass


class Right(Complete):
    def stop(driver, call):
        pass
