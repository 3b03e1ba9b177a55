from complete import Complete


class Wrong(Complete):
    def instance_exist(self, call, instance):  # D: override-misspelt `instance_exist`
        return True


class Right(Complete):
    def instance_exists(self, call, instance):
        return True
