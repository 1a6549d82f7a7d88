# Everything this project can be told to do. Each target does its own set-up; nothing has to be run before it.
.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench pictures translations torture package map clean

PY := .venv/bin/python

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1|\2/' | column -t -s '|'

setup: ## the virtual environment, the system libraries, the npm packages of the tests
	@tools/setup.sh window tests
	@tools/npm_packages.sh
	@tools/translations.sh build

run: ## open the console; without a screen, do its main job and leave pictures in build/pictures
	@tools/setup.sh window
	@tools/translations.sh build
	@tools/run.sh $(ARGS)

test: setup ## all tests with coverage, on real parts
	@tools/test.sh $(ARGS)

torture: setup ## the long fault runs in their full form
	@tools/torture.sh $(ARGS)

check: ## format, lint, types, layers, translations
	@tools/setup.sh
	@tools/check.sh

format: ## format the code and mend what can be mended
	@tools/setup.sh
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format .

bench: setup ## measure: receiver, start, responsiveness
	@tools/setup.sh bench
	@tools/bench.sh $(ARGS)

pictures: ## pictures of every tab: English, Arabic and a made-up language, in every theme, simple and twice as sharp
	@tools/setup.sh window
	@tools/translations.sh build
	@QT_QPA_PLATFORM=offscreen $(PY) -m integration_console.desktop --demonstrate --pictures build/pictures --languages en,ar,pseudo
	@QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=2 $(PY) -m integration_console.desktop --demonstrate --pictures build/pictures --suffix=-2x

translations: ## collect the sentences of the code into translations/*.ts, then build them
	@tools/setup.sh window
	@tools/translations.sh collect
	@tools/translations.sh build

map: ## write the map of the folders into the README
	@tools/setup.sh
	@$(PY) tools/folder_map.py --write

package: ## a wheel in build/dist, with resources and translations inside
	@tools/setup.sh window
	@tools/translations.sh build
	@tools/package.sh

clean: ## remove all that was made
	rm -rf build dist .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
