"""Which times a sentence mentions, and which event each of them dates."""
