"""What can be wrong with a lesson or quiz: how it is written, and what it says."""

from builder.parse.rules import meaning, structure

RULES = (*structure.RULES, *meaning.RULES)
