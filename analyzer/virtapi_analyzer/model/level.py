"""What a project does about a finding. By itself, because the configuration needs nothing else of the model."""

from enum import Enum


class Level(Enum):
    """What this project does about a finding."""

    ALLOW = "allow"
    WARN = "warn"
    DENY = "deny"
