"""Mozilla's Firefox Translations models: their catalogue, their download, those on this machine, and the engine that runs them."""
