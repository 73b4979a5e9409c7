"""Built pages looked at in a browser: what only shows once it is painted, told by the line that it was written on."""
