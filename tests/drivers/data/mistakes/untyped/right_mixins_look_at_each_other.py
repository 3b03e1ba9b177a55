from complete import Complete


class Mixin:
    def start(self, call):
        print(self.list_nodes(call), self._bind(), self._host)


class Other:
    def _bind(self):
        return self.capabilities()


class Right(Mixin, Other, Complete):
    pass


class Template(Complete):
    def _info(self):
        return self._address


class Filled(Template):
    _address = ""
