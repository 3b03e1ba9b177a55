from complete import Complete

from virtapi.object.power import PowerState  # D: import-missing there is no module `virtapi.object.power`


class Wrong(Complete):
    def start(self, call):
        print(PowerState.RUNNING, PowerState.OFF)


class Right(Complete):
    pass
