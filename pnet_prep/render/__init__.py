"""Checklist to bytes, one format a file, pure. ``RENDERERS`` is the one table of formats."""
