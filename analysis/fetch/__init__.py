"""Downloads of addresses that the user gave."""
