from complete import Complete

from virtapi.objects.instance import Instance, Instants  # D: import-missing `virtapi.objects.instance` has no `Instants`
from virtapi.objects.quantum import Entanglement  # D: import-missing there is no module `virtapi.objects.quantum`


class Right(Complete):
    pass
