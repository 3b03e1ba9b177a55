from complete import Complete


class Wrong(Complete):
    def plug_everything(self) -> None:  # D: name-collision `plug_everything` is public
        pass


class Right(Complete):
    def _plug_everything(self) -> None:
        pass
