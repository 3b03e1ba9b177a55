from complete import Complete


class Right(Complete):
    def _mine(self) -> None:
        count: int = "x"
        names = {"a": 1}
        names["b"] = "c"
        print(count.upper(), names.gone)
