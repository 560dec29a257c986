# Two commands set up everything on a fresh machine with Python 3.11 or newer: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench schema format clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/tei encode --config examples/karsk/edition.toml
	$(BIN)/tei validate examples/karsk/output/tei
	$(BIN)/tei build examples/karsk
	@echo "Look at examples/karsk/output/site/index.html in a browser; for the search, run: $(BIN)/tei serve examples/karsk"

# The tests start the program many times: what Python has compiled once is kept, whatever the environment says.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/.installed
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m "not bench"

bench: $(VENV)/.installed
	$(BIN)/python -m pytest -q -m bench
	$(BIN)/python -m pytest -q -n auto -m "hypothesis and not bench" --hypothesis-profile=default

check: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schema: $(VENV)/.installed
	$(BIN)/tei schema compile schemas/telegram.odd --output schemas/generated

format: $(VENV)/.installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis examples/*/output examples/*/authority

.PHONY: accuracy golden
accuracy: $(VENV)/.installed
	$(BIN)/python -m tests.accuracy

golden: $(VENV)/.installed
	$(BIN)/python -m tests.golden.encode
