"""A timeline to look at: dates in words, a layout, a drawing, the article with its marks, and the page around them."""
