"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support.project import Project

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

settings.register_profile("quick", max_examples=200, deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.register_profile("full", max_examples=2_000, deadline=None, suppress_health_check=SLOW)
if os.environ.get("LACTERN_FUZZ"):
    settings.register_profile("asked", settings.get_profile("full"), max_examples=int(os.environ["LACTERN_FUZZ"]))
    settings.load_profile("asked")
else:
    settings.load_profile("full" if os.environ.get("CI") else "quick")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project with one small course, `slides/c/`."""
    return Project(tmp_path)
