"""Built pages looked at in a browser: what only shows once it is painted, told by the line of the source it came from."""
