"""Dating events that carry no time of their own, from all that a text tells of order and tense."""
