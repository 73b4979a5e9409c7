"""As written to as meant: lessons, quizzes and settings become a Course."""
