# `make help` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check messages benchmark screenshots clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 16

setup: $(VENV)/.installed  ## the environment in .venv (safe to repeat)

setup-dev: $(VENV)/.installed-dev  ## the same with what the checks and tests need

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Beleg needs Python 3.11 or newer; $(PYTHON) is older or missing. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing. On Debian or Ubuntu: apt install python3-venv"; rm -rf $(VENV); exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip==26.3'

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing what Beleg runs on …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/.installed $@

run: setup  ## the desk on this machine, at http://127.0.0.1:8000/ (PORT, BELEG_DATA)
	@exec $(BIN)/python manage.py serve

test: setup-dev  ## all tests; those whose service is missing are skipped and say so
	@$(BIN)/python -m pytest

check: setup-dev  ## linter, format, types, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy annotations extraction newsroom tests benchmarks clients manage.py gunicorn.conf.py
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING

messages: setup-dev  ## collects and compiles the interface texts (needs gettext)
	$(BIN)/python manage.py makemessages -l de --no-location --no-obsolete -i '.venv/*' -i 'tests/*'
	$(BIN)/python manage.py compilemessages -l de -i '.venv/*'

screenshots: setup-dev  ## pictures of the pages, in screenshots/ (needs Chromium)
	@$(BIN)/python -m benchmarks.screenshots

benchmark: setup-dev  ## load on the API, and the budgets of the workbench
	@$(BIN)/python -m benchmarks.load
	@$(BIN)/python -m benchmarks.workbench

clean:  ## removes the environment and caches, keeps the data
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
