from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.flavour)  # D: attribute-unknown `Instance` has no `flavour`


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.flavor)
