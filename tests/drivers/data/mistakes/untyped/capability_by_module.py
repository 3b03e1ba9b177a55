from complete import Complete

from virtapi import capabilities


class Wrong(Complete, capabilities.Rescuable):  # D: capability-incomplete `Rescuable` is inherited
    pass


class Right(Complete, capabilities.CrashDumpable):
    def trigger_crash_dump(self, call, instance):
        pass
