from complete import Complete


class Wrong(Complete):
    LIMIT = 3  # D: name-collision `LIMIT` is public


class Right(Complete):
    _LIMIT = 3
