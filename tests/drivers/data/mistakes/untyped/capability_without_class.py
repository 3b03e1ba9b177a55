from complete import Complete


class Wrong(Complete):
    def pause(self, call, instance):  # D: name-collision
        pass


class Right(Complete):
    def _pause(self, call, instance):
        pass
