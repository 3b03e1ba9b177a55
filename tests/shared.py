"""Where the recorded history of Nova's driver interface and the corpus of changes lie: beside the repository.

They are large, and belong to more than this repository. `VIRTAPI_SHARED` names another place. Whoever needs them asks
for the fixture `shared`, or marks the test with `needs_shared` where the data is wanted while tests are collected.
"""

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("VIRTAPI_SHARED") or REPOSITORY.parent / "shared")
ABSENT = f"the shared data is not here ({SHARED}); VIRTAPI_SHARED can name another place"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason=ABSENT)
