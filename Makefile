# The handful of commands; each can be run by hand as well.  Use them with the project's virtual environment active.

.PHONY: install check test docs tables results score weights weights-check release

install:  ## everything a contributor needs, into the active environment
	pip install -e '.[test,docs]'

check:  ## types and style
	mypy
	flake8 timeline tests benchmarks
	isort --check --diff timeline tests benchmarks

test: check  ## and the whole suite
	pytest -q

docs:  ## the site, in docs/_build/html
	python -m sphinx -W --keep-going -n -E -d docs/_build/trees docs docs/_build/html

tables:  ## the tables of the documentation that are made from the code and from benchmarks/results
	python tools/write_docs.py

results:  ## what the articles in seeds/ and tests/articles give, in all formats, after a change that is meant
	python tools/write_seeds.py
	python tools/store_results.py

score:  ## the rows of the default timeline beside what a careful reader expects
	python benchmarks/entries.py

weights:  ## the weights trained anew, where BENCH is the directory of the corpora; some minutes
	python tools/train/events_en.py $(BENCH)
	python tools/train/links.py $(BENCH)
	python tools/train/references.py $(BENCH)

weights-check:  ## whether training gives the weights that are shipped; writes nothing
	python tools/train/events_en.py $(BENCH) --check
	python tools/train/links.py $(BENCH) --check
	python tools/train/references.py $(BENCH) --check

release:  ## what .ci/run checks before anything lands: fresh environment, source distribution, wheel
	bash .ci/run
