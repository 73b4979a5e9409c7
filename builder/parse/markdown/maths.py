"""LaTeX maths to MathML, by latex2mathml."""

from html import escape


def mathml(source: str, display: str = "inline") -> str:
    """MathML, `inline` or as a `block`; maths that cannot be read stays as its source, marked as such."""
    from latex2mathml.converter import convert

    try:
        return convert(source, display=display)
    except Exception:  # the library raises many kinds for broken maths, IndexError among them
        return f'<code class="maths-unread">{escape(source)}</code>'
