"""From the bytes of text files to articles."""
