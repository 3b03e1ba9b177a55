from virtapi.driver import HostServices as Wrong  # D: import-missing `virtapi.driver` has no `HostServices`
from virtapi.host import HostServices as Right

KNOWN = (Wrong, Right)
