"""Texts as they come: what a reader sees of them, their sentences and words, letters quoted in them, and logs."""
