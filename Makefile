# make demo   sets everything up on a fresh machine and codes the example report
# make test   sets everything up and runs every check and test
PYTHON ?= $(shell sh tools/find_python.sh)
BIN := .venv/bin

.DEFAULT_GOAL := test
.PHONY: setup knowledge check lint unit test demo bench clean

setup: .venv/ready knowledge
.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/pip install --quiet --disable-pip-version-check --group build --group test --group lint --editable .
	@touch $@
