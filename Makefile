# Everything that is run often, one command each. `make site` and `make test` set up what
# they need by themselves: .venv from a lock with hashes, and a browser for the tests.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
SITE_ENV := .venv/site.stamp
TEST_ENV := .venv/test.stamp
BENCH_ENV := .venv/bench.stamp

NO_PYTHON = Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv\
	(or name one that is there: make PYTHON=python3.12)
NO_VENV = Python's venv module is needed: sudo apt-get install python3-venv
python_can = $(shell "$(PYTHON)" -c '$(1)' >/dev/null 2>&1 && echo yes)

# Runs a command, and shows what it said only if it fails.
QUIETLY = quietly() { said=$$("$$@" 2>&1) || { printf '%s\n' "$$said" >&2; return 1; }; }; quietly

.DEFAULT_GOAL := help
.PHONY: help site bundles serve check test bench audit fuzz lint lock font clean FORCE

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s  %s\n", $$1, $$2 }' Makefile

site: $(SITE_ENV) ## build the site into site/
	@$(BIN)/python -m lanpya.cli.main build

bundles: site ## make the editions to carry, into dist/
	@$(BIN)/python -m lanpya.cli.main bundle

serve: $(SITE_ENV) ## show the site while you write, at http://127.0.0.1:8000/
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs serve

check: $(SITE_ENV) ## look over docs/ and say what is wrong, with line numbers
	@$(BIN)/python -m lanpya.cli.main check

# A process for each core, each with a browser of its own. A file's tests stay together and in
# order, so that what they share is made once; the files go out in the order of their names, the
# browser's, which take longest, early.
PROCESSES := --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder
test: lint ## run all that has to pass before a change is merged
	@$(BIN)/python -m tests.browser.chromium >/dev/null
	@$(BIN)/python -m pytest $(PROCESSES)

bench: $(BENCH_ENV) ## compare the search with Material's and Pagefind's; BENCH="--texts DIR"
	@$(BIN)/python -m tests.browser.chromium >/dev/null
	@$(BIN)/python -m tests.bench $(BENCH)

audit: $(TEST_ENV) ## Lighthouse and the Nu HTML checker; needs node, npm and java
	@$(BIN)/python -m tests.audit

fuzz: $(TEST_ENV) ## half a million files made at random, until one breaks something; an hour
	@$(BIN)/python -m tests.fuzz 500000

lint: $(TEST_ENV) ## style, types and the import rules, without the tests
	@$(QUIETLY) $(BIN)/python -m ruff check
	@$(QUIETLY) $(BIN)/python -m ruff format --check
	@$(QUIETLY) $(BIN)/python -m mypy
	@$(QUIETLY) $(BIN)/lint-imports

# An environment is as the lock says or it is made anew: also when the folder was moved or
# copied, or when the Python it was made from is gone.
ifneq ($(shell test -x $(BIN)/python && cat $(SITE_ENV) 2>/dev/null),$(CURDIR))
$(SITE_ENV): FORCE
endif
$(SITE_ENV): requirements.lock pyproject.toml
	$(if $(call python_can,import sys; assert sys.version_info >= (3, 11)),,$(error $(NO_PYTHON)))
	$(if $(call python_can,import ensurepip; import venv),,$(error $(NO_VENV)))
	@echo "setting up .venv, which takes some minutes this once"
	@$(QUIETLY) "$(PYTHON)" -m venv --clear .venv
	@$(QUIETLY) $(PIP) install --require-hashes --requirement requirements.lock
	@$(QUIETLY) $(PIP) install --no-deps --no-build-isolation --editable .
	@printf '%s\n' "$(CURDIR)" >$@

$(TEST_ENV): requirements-dev.lock $(SITE_ENV)
	@echo "adding to .venv what the tests need"
	@$(QUIETLY) $(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

$(BENCH_ENV): requirements-bench.lock $(TEST_ENV)
	@echo "adding to .venv what make bench compares with"
	@$(QUIETLY) $(PIP) install --require-hashes --requirement requirements-bench.lock
	@touch $@

# Pins that still fit stay; `make lock UPGRADE=--upgrade` takes the newest of everything.
UV = .cache/uv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header $(UPGRADE) pyproject.toml --extra build
lock: $(SITE_ENV) ## write the locks again after a change in pyproject.toml
	@$(QUIETLY) $(PIP) install --upgrade --target .cache/uv uv
	@$(QUIETLY) $(UV) --output-file requirements.lock
	@$(QUIETLY) $(UV) --extra test --constraint requirements.lock --output-file requirements-dev.lock
	@$(QUIETLY) $(UV) --extra bench --constraint requirements-dev.lock --output-file requirements-bench.lock

# All Myanmar blocks in one file, since a Shan, Mon or Karen letter inside a word may not be
# a box; no hinting, which a phone does not use; every shaping rule. Needs Debian's apt-get.
FONT := docs/assets/fonts/noto-sans-myanmar.woff2
font: $(TEST_ENV) ## make the Burmese font again from Debian's package of it
	@rm -rf .cache/font && mkdir -p .cache/font && chmod a+rwx .cache/font
	@cd .cache/font && apt-get -qq download fonts-noto-core && dpkg-deb -x fonts-noto-core_*.deb .
	@$(BIN)/python -m fontTools.subset \
		.cache/font/usr/share/fonts/truetype/noto/NotoSansMyanmar-Regular.ttf \
		--unicodes=0020,00A0,200B-200D,25CC,1000-109F,A9E0-A9FF,AA60-AA7F \
		--layout-features='*' --no-hinting --name-IDs=0,1,2,14 \
		--flavor=woff2 --no-harfbuzz-repacker --output-file=$(FONT)

clean: ## remove what these commands made; drafts/ stays
	@rm -rf site dist .venv .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
