"""From what was read (text, HTML, feeds, PDF) to articles."""
