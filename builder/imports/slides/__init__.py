"""Slides in Markdown of other tools. What all of them share is here; what differs is said by each dialect's `Habits`.

head (settings) → shelter (code, maths and comments stand aside) → tags (HTML said in Markdown) → parts (line by line:
headings, breaks, blocks, running text) → lesson (slides, and blocks that close).
"""
