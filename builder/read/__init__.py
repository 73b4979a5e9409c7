"""Bytes to values as they were written, with their places. The only home of YAML."""
