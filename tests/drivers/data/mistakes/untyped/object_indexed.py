from complete import Complete


class Wrong(Complete):
    def get_info(self, call, instance):
        print(instance["uuid"])  # D: use-unfit `Instance` has no items
        return super().get_info(call, instance)


class Right(Complete):
    def get_info(self, call, instance):
        print(instance.uuid)
        return super().get_info(call, instance)
