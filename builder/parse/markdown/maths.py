"""LaTeX maths to MathML, by latex2mathml."""

from html import escape


def mathml(source: str) -> str:
    """Inline MathML; maths that cannot be read stays as its source, marked as such."""
    from latex2mathml.converter import convert

    try:
        return convert(source, display="inline")
    except Exception:  # the library raises many kinds for broken maths, IndexError among them
        return f'<code class="maths-unread">{escape(source)}</code>'
