# Two commands: `make kg` builds the graph and answers the flagship question; `make test` runs all tests.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STORE  ?= build/graph
STAMP  := $(VENV)/.installed
PROFILE := .venv-profile

.PHONY: kg test lint bench truth train profile frontend lock clean

kg: $(STAMP)
	$(BIN)/migkg build --store $(STORE)
	$(BIN)/migkg run repeat-hosts --forum SACM --min 2 --store $(STORE) --format table

test: $(STAMP)
	$(BIN)/python -m pytest -q -n auto --dist loadfile --cov --cov-report=term

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

# OWL 2 RL profile and consistency of the ontology by the OWL API, HermiT and Openllet; needs a Java runtime.
# They come without their many dependencies, in an environment of their own.
profile: $(PROFILE)/.installed
	$(PROFILE)/bin/python tests/ontology/profile/check.py

$(PROFILE)/.installed: requirements-profile.lock
	$(PYTHON) -m venv $(PROFILE)
	$(PROFILE)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-profile.lock
	touch $@

# Builds the scripts, styles and fonts of the pages into src/migkg/web/static; needs Node.js 20 and npm.
frontend:
	npm ci --prefix frontend --ignore-scripts --no-audit --no-fund
	npm run --prefix frontend build

bench: kg
	$(BIN)/python benchmarks/startup.py $(STORE)
	$(BIN)/python benchmarks/queries.py $(STORE)
	$(BIN)/python benchmarks/closure.py
	$(BIN)/python benchmarks/change.py
	$(BIN)/python benchmarks/rivals.py
	if command -v wrk >/dev/null; then $(BIN)/python benchmarks/serving.py $(STORE); fi

# What the graph claims of itself: proofs, contradictions, merges, a build by stage. docs/truth.md has the slower ones.
truth: kg
	$(BIN)/python benchmarks/proofs.py $(STORE)
	$(BIN)/python benchmarks/contradictions.py
	$(BIN)/python benchmarks/merges.py
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/change.py 300

# Fits the attachment model of reading anew: data/lexicons/attachment.csv; see docs/reading.md. The development articles
# that lie beside the project are used where they are there.
train: $(STAMP)
	$(BIN)/python scripts/train_attachment.py $(if $(wildcard ../shared/eval/dev/gold),'~../shared/eval/dev') \
		'~tests/gold/own/gold:data/articles' tests/gold/pages --lessons tests/gold/lessons

# The hashes in requirements.lock are checked; the project itself is installed from this folder.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Needs uv; run it after a change of the dependencies in pyproject.toml.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --group dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(VENV) $(PROFILE) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
