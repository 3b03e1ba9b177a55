from complete import Complete


class Wrong(Complete):
    def instance_exists(self, call, instance):  # D: return-unfit `instance_exists` does not return
        self._host.name


class Right(Complete):
    def instance_exists(self, call, instance):
        return True
