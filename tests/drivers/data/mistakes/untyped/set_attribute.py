from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        instance.display_name = "off"  # D: attribute-unknown `display_name` of `Instance` is read-only


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        name = instance.display_name
        print(name)
