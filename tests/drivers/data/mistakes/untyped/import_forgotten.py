from complete import Complete


class Wrong(Complete):
    def start(self, call):
        print(BootPlan())  # D: import-missing `BootPlan` is used


class Right(Complete):
    pass
