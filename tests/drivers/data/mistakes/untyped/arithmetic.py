from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.flavor + 1)  # D: use-unfit


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.flavor.memory + 1)
