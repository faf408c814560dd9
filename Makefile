# The commands of the atlas; `make` alone lists them. Windows: see README.md.
# NO_MKDOCS_2_WARNING silences the theme's banner about its end of life, which is known and planned for.
export NO_MKDOCS_2_WARNING = 1

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
FILE ?=

.DEFAULT_GOAL := help
.PHONY: help serve site zip test check bench citations schema paths status lock clean

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

serve: $(BIN)/.site  ## build and serve on http://127.0.0.1:8000 with live reload
	$(BIN)/mkdocs serve --dirty --dev-addr $(ADDRESS)

site: $(BIN)/.site  ## build into site/ (strict)
	$(BIN)/mkdocs build --strict --clean

zip: site  ## build the site and its archive for reading from a disk, site/atlas.zip
	@cd site && grep ' atlas.zip$$' checksums.txt

check: $(BIN)/.site  ## run the content rules; FILE=... those of one topic
	$(BIN)/python scripts/check.py $(FILE)

test: $(BIN)/.test  ## run every test, those in a real browser included
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist worksteal

bench: $(BIN)/.test  ## print the benchmarks, as ratios measured side by side
	$(BIN)/python bench/run.py

citations: $(BIN)/.site  ## regenerate the citation pages only
	$(BIN)/python scripts/build_citations.py

schema: $(BIN)/.site  ## write the JSON Schemas from the models
	$(BIN)/python scripts/write_schemas.py

paths: $(BIN)/.site  ## add new addresses to the list of published ones
	$(BIN)/python scripts/write_paths.py

lock: $(BIN)/.test  ## compile requirements.in into hashed requirements.txt, for every platform
	$(BIN)/python -m uv pip compile --universal --generate-hashes --python-version 3.11.5 --no-header \
	  --quiet requirements.in --output-file requirements.txt
	$(BIN)/python -m uv pip compile --universal --generate-hashes --python-version 3.11.5 --no-header \
	  --quiet tests/requirements.in --output-file tests/requirements.txt

clean:  ## remove what was built (not .venv)
	rm -rf site .cache docs/en/references docs/zh/references docs/en/status.md docs/zh/status.md

$(BIN)/python:
	@test -n "$(PYTHON)" || { \
	  echo "The atlas needs Python 3.11.5 or newer; found: $$(python3 --version 2>&1 || echo none)."; \
	  echo "Install a newer one, or name it: make serve PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv .venv

$(BIN)/.site: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(BIN)/.test: tests/requirements.txt $(BIN)/.site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@
