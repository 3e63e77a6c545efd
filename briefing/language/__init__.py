"""What is known of Dutch and English: sentences, tokens, language identification, numbers, dates and the word lists, as data."""
