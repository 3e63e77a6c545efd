"""Who says what, and how surely: attribution, quotations, certainty and polarity."""
