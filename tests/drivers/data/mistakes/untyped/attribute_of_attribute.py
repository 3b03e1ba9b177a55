from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.flavor.ram)  # D: attribute-unknown `Flavor` has no `ram`


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.flavor.memory)
