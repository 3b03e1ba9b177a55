from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance["uuid"])  # D: use-unfit `Instance` has no items


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.metadata["uuid"])
