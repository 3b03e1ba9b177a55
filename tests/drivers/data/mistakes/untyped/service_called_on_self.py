from complete import Complete


class Wrong(Complete):
    def start(self, call):
        self.emit(call, None)  # D: attribute-unknown


class Right(Complete):
    def start(self, call):
        print(self.offers)
