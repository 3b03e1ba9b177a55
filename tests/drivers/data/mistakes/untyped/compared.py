from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance < instance)  # D: use-unfit


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.name < instance.hostname)
