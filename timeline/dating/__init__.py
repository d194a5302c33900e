"""From what was said to when it was: the anchor, the tense and the temporal focus enter here."""
