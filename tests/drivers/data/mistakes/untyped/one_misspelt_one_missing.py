from complete import Complete

from virtapi.capabilities import Suspendable


class Wrong(Complete, Suspendable):  # D: override-missing `resume`
    def suspnd(self, call, instance):  # D: override-misspelt `suspnd`
        pass
