"""One file per command: decorators, and a few lines that call the pipeline. Results on stdout, talk on stderr."""
