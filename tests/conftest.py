"""Settings that hold for every test, and what tests of several rooms share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.memory.store.servers import postgres_address, postgres_server

__all__ = ["postgres_address", "postgres_server"]

# No test may fail for the speed of the machine it runs on.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
