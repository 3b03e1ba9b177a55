from complete import Complete

from virtapi.capabilities import CrashDumpable as Dumps


class Wrong(Complete, Dumps):  # D: capability-incomplete `CrashDumpable` is inherited
    pass


class Right(Complete, Dumps):
    def trigger_crash_dump(self, call, instance):
        pass
