"""What a timeline can be asked, and how the answers are found, listed and printed."""
