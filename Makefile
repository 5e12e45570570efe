# Two commands set everything up by themselves: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
PRESERVATION := .venv-preservation
DATASETTE := .venv-datasette
BIN := $(VENV)/bin
ARCHIVE ?= data
# Tests wait for processes and servers more than they compute.
PROCESSES ?= 3

.PHONY: demo test lint benchmarks screenshot clean

demo: $(VENV)/.installed
	@$(BIN)/resilience demo --archive $(ARCHIVE)
	@echo "The command is $(BIN)/resilience; '. $(BIN)/activate' makes it plain 'resilience'."

# Hundreds of processes begin in the tests: each would compile all its modules where none are kept.
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.installed-dev $(PRESERVATION)/.installed $(DATASETTE)/.installed
	@sh .ci/install-browser
	@$(BIN)/python -m pytest --numprocesses $(PROCESSES) --dist worksteal

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

benchmarks: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/crawl.py
	$(BIN)/python benchmarks/files.py
	$(BIN)/python benchmarks/reextract.py
	$(BIN)/python benchmarks/questions.py
	$(BIN)/python benchmarks/browse.py

# The picture in the README, as the tests see the page.
screenshot: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -q tests/browser/test_screenshot.py
	cp tests/output/activity.png docs/activity.png

$(VENV)/.created:
	PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)
	touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

# pywb and wacz, in an environment of their own. Where they cannot be had, their tests are skipped.
$(PRESERVATION)/.installed: tests/preservation-tools.txt
	@if PYTHON="$(PYTHON)" sh .ci/make-venv $(PRESERVATION) \
	  && $(PRESERVATION)/bin/python -m pip install --quiet --requirement $<; then touch $@; \
	else echo "pywb and wacz cannot be installed; the tests that need them are skipped." >&2; fi

# Datasette 1.0, in an environment of its own. Where it cannot be had, its tests are skipped.
$(DATASETTE)/.installed: tests/datasette-alpha.txt
	@if PYTHON="$(PYTHON)" sh .ci/make-venv $(DATASETTE) \
	  && $(DATASETTE)/bin/python -m pip install --quiet --requirement $<; then touch $@; \
	else echo "Datasette 1.0 cannot be installed; the tests that need it are skipped." >&2; fi

clean:
	rm -rf $(VENV) $(PRESERVATION) $(DATASETTE) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
