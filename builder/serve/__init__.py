"""The preview: a course in the browser while it is written, and each change on the screen at once.

Nothing else in lactern imports this room, or what it needs.
"""
