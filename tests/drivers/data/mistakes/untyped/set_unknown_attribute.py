from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        instance.power_state = 4  # D: attribute-unknown `Instance` has no `power_state`


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        self._state = 4
