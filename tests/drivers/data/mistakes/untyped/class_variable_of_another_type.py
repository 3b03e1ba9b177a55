from complete import Complete


class Wrong(Complete):
    RELEASES = "2026.1"  # D: override-type `RELEASES` is `str`: the release says `tuple[str, str]`


class Right(Complete):
    RELEASES = ("2026.1", "2026.1")
