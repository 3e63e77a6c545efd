"""The views of the Ledger screen, one module each: claims, matrix, drift, sources, timeline."""
