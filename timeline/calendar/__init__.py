"""What a time is: the calendar, values with their bounds, their notation, and how they relate; no text is read here."""
