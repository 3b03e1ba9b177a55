"""How do we know? Small modules, written against the old version, that mypy or Python refuses beside the new one."""
