"""What runs: producing the run-time modules of an interface from its stubs.

`produce` is a pure function from the texts of a package to the texts of the modules that stand beside its stubs;
`write` puts them there, all or none, and `stale` names those that are not what they should be.
"""

from virtapi_analyzer.runtime.files import read_package, stale, write
from virtapi_analyzer.runtime.history import Past
from virtapi_analyzer.runtime.producing import produce

__all__ = ["Past", "produce", "read_package", "stale", "write"]
