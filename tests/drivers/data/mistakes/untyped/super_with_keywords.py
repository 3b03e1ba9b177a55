from complete import Complete


class Wrong(Complete):
    def instance_exists(self, call, instance):
        return super().instance_exists(call=call, instance=instance)  # D: call-unfit


class Right(Complete):
    def instance_exists(self, call, instance):
        return super().instance_exists(*(call, instance))
