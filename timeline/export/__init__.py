"""Timelines in the formats of others: plain functions from a Timeline to text, and back where a format allows it."""
