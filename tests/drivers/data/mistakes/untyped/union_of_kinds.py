from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        print(instance.keypairs.public)  # D: attribute-unknown


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        print([each.public for each in instance.keypairs])
