"""Wiring: one short file a command."""
