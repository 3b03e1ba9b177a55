"""`python -m virtapi_analyzer` is the command `virtapi`."""

import sys

from virtapi_analyzer.cli import main

if __name__ == "__main__":
    sys.exit(main())
