from complete import Complete


class Wrong(Complete):
    RELEASES = ["2026.1", "2026.1"]  # D: override-type `RELEASES`


class Right(Complete):
    RELEASES = ("2026.1", "2026.1")
