"""Where what was downloaded or worked out is kept."""

import os
from pathlib import Path


def cache_folder() -> Path:
    """The folder of the cache: `VIRTAPI_CACHE`, else the user's cache folder of the platform."""
    named = os.environ.get("VIRTAPI_CACHE")
    if named:
        return Path(named).absolute()
    import platformdirs

    return platformdirs.user_cache_path("virtapi", appauthor=False)
