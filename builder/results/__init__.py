"""What learners hand in, and the table an organiser makes of it."""
