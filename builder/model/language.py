"""What there is to know of a language before any text in it."""

RIGHT_TO_LEFT = frozenset(("ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb", "dv"))
"""Languages written from right to left, by the first part of their tag."""
