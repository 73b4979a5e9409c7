"""Paper: the pages that the press prints, as HTML. Lessons, tests, sheets and cards."""
