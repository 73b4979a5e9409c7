"""The nouns of the house: immutable values, standard library only, imported by all and importing nothing."""
