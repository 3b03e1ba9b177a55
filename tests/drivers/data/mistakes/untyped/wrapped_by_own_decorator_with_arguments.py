from complete import Complete


def retried(times):
    def decorate(method):
        def wrapper(*args, **kwargs):
            return method(*args, **kwargs)

        return wrapper

    return decorate


class Wrong(Complete):
    @retried(3)
    def get_info(self, call):  # D: override-signature `get_info` does not take `instance`
        raise NotImplementedError


class Right(Complete):
    @retried(3)
    def get_info(self, call, instance):
        raise NotImplementedError
