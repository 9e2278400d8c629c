"""Settings that hold for every test."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# No test may fail for the speed of the machine it runs on.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
