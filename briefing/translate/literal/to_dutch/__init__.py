"""From English to Dutch: the words of a sentence read, its clauses found, and put into Dutch."""
