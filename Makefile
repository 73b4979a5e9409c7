# Two commands do all the set-up on a fresh Debian or macOS: `make site` and `make test`.
# Without make: `sh tools/site.sh` and `bash tools/test.sh`. PYTHON=… names the Python to use.

.PHONY: help site test ready lint web bench clean

help:
	@echo "make site    set up lactern in .venv, build every course into site/, say where to open it"
	@echo "make test    bring what the tests need and run everything, on the oldest and newest Python found"
	@echo "make lint    style, types, imports"
	@echo "make web     make builder/web/dist again, from npm packages and builder/web"
	@echo "make bench   how long builds take"
	@echo "make clean   remove all that was made"

site:
	@sh tools/site.sh

test:
	@bash tools/test.sh

ready:
	@sh tools/make-venv.sh .venv "$$(sh tools/find-python.sh | tail -n 1)" test

lint: ready
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports

web: ready
	cd builder/web && PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	cd builder/web && "$(CURDIR)/.venv/bin/node" build.mjs

bench: ready
	.venv/bin/python tests/bench/run.py
	.venv/bin/python tests/bench/handout.py

clean:
	rm -rf site presenter .cache .venv .venv-test-* dist builder/web/dist builder/web/dist.making-* builder/web/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
