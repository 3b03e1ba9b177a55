from complete import Complete

from virtapi.host import Call


class Wrong(Complete):
    def power_off(self, call: Call, instance, shutdown):
        instance.shut_down()  # D: attribute-unknown


class Right(Complete):
    def power_off(self, call: Call, instance, shutdown):
        print(call)
