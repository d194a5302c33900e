"""How times are read: the pattern language of the rules, the meanings they build, and the values that print them."""
