"""lactern: Markdown lessons and quizzes become decks, self-paced modules and handouts for lactation seminars."""

__version__ = "0.1.0"
