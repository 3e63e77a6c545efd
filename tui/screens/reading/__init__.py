"""What the Compare and Reader screens are made of: claims, cursor, notes, search and corrections in a text."""
