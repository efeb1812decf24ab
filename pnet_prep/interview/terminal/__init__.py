"""The rich terminal: questionary behind a thin wrapper."""
