# Two commands set everything up by themselves: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
PRESERVATION := .venv-preservation
BIN := $(VENV)/bin
ARCHIVE ?= data
# Tests wait for processes and servers more than they compute.
PROCESSES ?= 3

.PHONY: demo test lint benchmarks clean

demo: $(VENV)/.installed
	@$(BIN)/resilience demo --archive $(ARCHIVE)
	@echo "The command is $(BIN)/resilience; '. $(BIN)/activate' makes it plain 'resilience'."

test: $(VENV)/.installed-dev $(PRESERVATION)/.installed
	@$(BIN)/python -m pytest --numprocesses $(PROCESSES) --dist worksteal

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

benchmarks: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/crawl.py
	$(BIN)/python benchmarks/files.py

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

clean:
	rm -rf $(VENV) $(PRESERVATION) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
