# One environment for everything below; other folders are left alone.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help run demo test lint catalogues bench verify-full clean

help:            ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

$(STAMP): pyproject.toml locales/build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(STAMP)

run: $(STAMP)    ## open the library
	$(BIN)/briefing

demo: $(STAMP)   ## open the sample articles in a throw-away library
	$(BIN)/briefing demo

test: $(STAMP)   ## lint, types, import contracts and tests
	$(BIN)/python -m locales compile
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

lint: $(STAMP)   ## lint and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

catalogues: $(STAMP) ## extract, update and compile the catalogues
	$(BIN)/python -m locales

clean:           ## remove the environment and what was built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find locales -name '*.mo' -delete
