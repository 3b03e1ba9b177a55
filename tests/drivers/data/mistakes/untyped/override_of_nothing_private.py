from complete import Complete
from typing_extensions import override


class Wrong(Complete):
    @override
    def _prepare(self):  # D: override-dead `_prepare` overrides nothing
        pass


class Right(Complete):
    @override
    def stop(self, call):
        pass
