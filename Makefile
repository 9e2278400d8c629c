# make build   set up .venv, install, and rebuild tmx/ and glossary/ from seeds/
# make test    everything that must hold: lint, types, import contract, tests
# make bench   side-by-side runs; each prints its figures
# make fuzz    damaged files for every reader, for ten minutes (longer: make fuzz SECONDS=3600)
# make clean   remove what make set up (never seeds/, tmx/ or glossary/)

# The newest Python from 3.11 on that this machine has; name another with: make PYTHON=python3.12 build
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin

.PHONY: build test bench fuzz lint types imports unit clean

build: .venv/installed
	$(BIN)/vet-terms build .

test: lint types imports unit

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed-dev
	$(BIN)/mypy

imports: .venv/installed-dev
	$(BIN)/lint-imports --no-cache

unit: .venv/installed-dev
	$(BIN)/pytest --cov --cov-report=term

bench: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks.alignment
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.tmx
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.terms
	$(BIN)/python -m benchmarks.unseen
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.lookup
	$(BIN)/python -m benchmarks.startup

SECONDS ?= 600

fuzz: .venv/installed-dev
	$(BIN)/python -m tests.documents.fuzz --seconds $(SECONDS)

# constraints.txt pins the versions that the committed tmx/ and glossary/ were built with.
.venv/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "vet-terms needs Python 3.11 or newer; install it, or name it: make PYTHON=/path/to/python build" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
