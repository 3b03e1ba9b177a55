import functools

from complete import Complete


def locked(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        return method(self, *args, **kwargs)

    return wrapper


class Wrong(Complete):
    @locked
    def stop(self):  # D: override-signature `stop` does not take `call`
        pass


class Right(Complete):
    @locked
    def stop(self, call):
        pass
