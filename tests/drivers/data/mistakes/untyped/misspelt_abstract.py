from complete import Complete

from virtapi.capabilities import CrashDumpable


class Wrong(Complete, CrashDumpable):
    def triger_crash_dump(self, call, instance):  # D: override-misspelt `triger_crash_dump`
        pass


class Right(Complete, CrashDumpable):
    def trigger_crash_dump(self, call, instance):
        pass
