"""Files to model: the strict reader, the loader and the checks of ``questions/``."""
