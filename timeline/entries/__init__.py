"""What is found and what comes of it: times, events, links, labels, and the rows of a timeline."""
