import sys

from complete import Complete


class Wrong(Complete):
    if sys.version_info >= (3, 8):

        def stop(self):  # D: override-signature `stop` does not take `call`
            pass


class Right(Complete):
    if sys.version_info >= (3, 8):

        def stop(self, call):
            pass
