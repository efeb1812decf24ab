"""People: asking, in plain lines or in a rich terminal."""
