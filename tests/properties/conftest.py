"""How far the properties are searched: `pytest tests/properties --hypothesis-profile=thorough` looks much further."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "thorough", deadline=None, max_examples=5_000, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
