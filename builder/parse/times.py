"""Lengths of time as authors write them."""

import re

TIME = re.compile(r"(?:(\d{1,4})\s*h)?\s*(?:(\d{1,5}(?:\.5)?)\s*m(?:in)?)?\s*(?:(\d{1,6})\s*s)?$")


def seconds(text: str) -> int | None:
    """`90s`, `2m`, `1.5m`, `1m30s`, `1h` in seconds; None where it cannot be read."""
    match = TIME.match(text.strip())
    if match is None or not any(match.groups()):
        return None
    return int(match[1] or 0) * 3600 + round(float(match[2] or 0) * 60) + int(match[3] or 0)
