"""Disk: one private file a visit."""
