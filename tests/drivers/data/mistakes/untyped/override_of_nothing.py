from typing_extensions import override

from complete import Complete


class Wrong(Complete):
    @override
    def plug_everything(self, call):  # D: override-dead overrides nothing
        pass


class Right(Complete):
    @override
    def start(self, call):
        pass
