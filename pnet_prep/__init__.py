"""Prepare for a doctor's visit about a pancreatic neuroendocrine tumor."""

__version__ = "0.1.0"
