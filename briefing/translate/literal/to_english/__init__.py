"""From Dutch to English: the words of a sentence read, its clauses found, and put into English."""
