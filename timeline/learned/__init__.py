"""Trained weights: the files, linear models over features, the part-of-speech tagger, the ranker of links."""
