"""`python -m virtapi_analyzer` is the command `virtapi`."""

from virtapi_analyzer.cli import run

if __name__ == "__main__":
    run()
