# Jarvis, from nothing to talking: `make run`. Everything else is for those who change it.
.DEFAULT_GOAL := help
.PHONY: run build test bench check format clean help

help:  ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# What the program cannot know by itself: where this clone keeps the built interface, and the Python that has llama.cpp.
run: export JARVIS_WEB_ROOT ?= $(CURDIR)/web/dist
run: export JARVIS_LLM_PYTHON ?= $(CURDIR)/.jarvis/venv/bin/python
run:  ## set up, build and start everything on embedded defaults, in the foreground (Ctrl-C stops it)
	@scripts/setup run
	@swift build -c release
	@exec .build/release/jarvis serve

build:  ## the release build, in .build/release
	@scripts/setup run
	@swift build -c release

test:  ## set up, build and run every test and check
	@scripts/setup test
	@scripts/test

bench:  ## measure against peers; NAME=http for one, ARGS=… for its options
	@scripts/setup bench
	@swift build -c release
	@Benchmarks/run $(NAME) $(ARGS)

check:  ## format, lint and the import floors
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@scripts/check-floors

format:  ## rewrite the Swift code in the house's format
	@swift format --in-place --recursive Package.swift Sources Tests

clean:  ## forget what was built here; the data folder and the download cache stay
	@rm -rf .build .jarvis web/dist Benchmarks/results
