"""The Content-Security-Policy that a page carries: what it may load and run, and nothing else.

A page in many files allows what lies beside it: `'self'` where it is served; `file:` where it is opened from a disk,
where browsers do not agree what `'self'` is. (A served page cannot load from `file:`, whatever its policy says.) A
single file runs nothing but its own blocks, each by its hash. Inline styles, inline handlers and `eval` are allowed
nowhere.
Source: Content Security Policy Level 3, sections 2.3.1 and 8.3.
"""

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup

INSIDE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
BESIDE = "'self' file:"
PRINTED = (
    "@page{size:1280px 720px; margin: 0px;}",
    ".reveal section>img, .reveal section>video, .reveal section>iframe{max-width: 1280px; max-height:720px}",
)
"""The two sheets that Reveal.js puts into a deck that is to be printed, for slides of 1280 by 720."""


def policy(*blocks: str, deck: bool = False, keeper: bool = False) -> Markup:
    """The policy of a page as a `meta` element, which must stand before anything it is about.

    `blocks` are the tags of the page's head: those that hold a script or a sheet are allowed by hash, and a page that
    has any loads none from beside it. A `deck` may lay itself out for printing. A page with a `keeper` may hold, from a
    disk only, the page that keeps its progress in a frame.
    """
    held = [(kind, hashed(text)) for block in blocks for kind, text in INSIDE.findall(str(block))]
    scripts = " ".join(mark for kind, mark in held if kind == "script")
    sheets = " ".join(mark for kind, mark in held if kind == "style")
    printed = "".join(f" {hashed(text)}" for text in PRINTED) if deck else ""
    said = (
        "default-src 'none'",
        f"script-src {scripts or BESIDE}",
        f"style-src {sheets or BESIDE}{printed}",
        f"img-src {BESIDE} data:",
        "font-src data:" if sheets else f"font-src {BESIDE} data:",
        f"media-src {BESIDE} data:",
        "worker-src 'none'" if scripts else "worker-src 'self'",
        *(("frame-src file:",) if keeper else ()),
        "base-uri 'none'",
        "form-action 'none'",
    )
    return Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(Markup("; ".join(said)))


@lru_cache(maxsize=64)
def hashed(text: str) -> str:
    """A block's text as a source of a policy."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
