from complete import Complete


class Wrong(Complete):
    class Config:  # D: name-collision `Config` is public
        pass


class Right(Complete):
    class _Config:
        pass
