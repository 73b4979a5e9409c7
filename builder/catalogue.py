"""All rules there are, by code: what `explain` prints, `--select` knows and SARIF lists."""

from importlib import import_module
from pkgutil import iter_modules

from builder.model.diagnostic import Rule

ROOMS = ("read", "parse", "check", "render", "formats", "results", "visual", "write")


def catalogue() -> dict[str, Rule]:
    """Every rule of every room: the `RULES` of `builder/<room>/rules.py`, and the docstrings of `builder/check/`."""
    from builder.check import rules as checks

    found = list(checks())
    for room in ROOMS:
        package = import_module(f"builder.{room}")
        if any(m.name == "rules" for m in iter_modules(package.__path__)):
            found += import_module(f"builder.{room}.rules").RULES
    return {rule.code: rule for rule in sorted(found)}
