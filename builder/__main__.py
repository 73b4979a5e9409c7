"""`python -m builder` does what `lactern` does."""

from builder.cli import main

if __name__ == "__main__":
    main(prog_name="lactern")
