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
settings.register_profile("full", max_examples=2_000, deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.load_profile("full" if os.environ.get("CI") else "quick")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tries the fuzz made, over all processes of the run."""
    reports = [report for kind in terminalreporter.stats.values() for report in kind]
    said = [getattr(report, "user_properties", ()) for report in reports if getattr(report, "when", "") == "call"]
    if made := sum(number for properties in said for name, number in properties if name == "tries"):
        terminalreporter.write_line(f"The fuzz made {made:,} tries.")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project with one small course, `slides/c/`."""
    return Project(tmp_path)
