# Two commands: `make packs` builds every pack of content/ into output/, `make test` runs the whole suite.
# Both first make .venv with the locked dependencies and see to the native libraries.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: packs test check lint format types lock docs bench native clean-venv

packs: .venv/packs native
	$(BIN)/packs build

test: .venv/dev native
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

check: .venv/packs
	$(BIN)/packs check

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/dev
	$(BIN)/mypy

docs: .venv/dev
	$(BIN)/python scripts/reference.py

# Everything that docs/benchmarks.md shows, on this machine: about a quarter of an hour. The programs it compares with
# are kept apart from the project's own.
bench: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade --target .venv/bench docxtpl typst
	PYTHONPATH=.venv/bench $(BIN)/python benchmarks/run.py

# Writes the lock files anew from pyproject.toml; needs uv.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --group build -o requirements-build.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --group dev pyproject.toml -o requirements-dev.lock

native:
	@sh scripts/native-libraries.sh

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv || { sh scripts/native-libraries.sh venv && $(PYTHON) -m venv --clear .venv; }

.venv/packs: .venv/pyvenv.cfg requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(BIN)/packs

.venv/dev: .venv/packs requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean-venv:
	rm -rf .venv
