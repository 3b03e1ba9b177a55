from contextlib import contextmanager

from complete import Complete


class Wrong(Complete):
    @contextmanager
    def list_nodes(self, call):  # D: override-type
        yield ()


class Right(Complete):
    @contextmanager
    def _locked(self, call):
        yield ()
