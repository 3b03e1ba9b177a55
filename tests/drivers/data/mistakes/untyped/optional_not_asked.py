from complete import Complete


class Wrong(Complete):
    def power_off(self, call, instance, shutdown):
        print(call.deadline.year)  # D: attribute-unknown may be `None`


class Right(Complete):
    def power_off(self, call, instance, shutdown):
        if call.deadline is not None:
            print(call.deadline.year)
