"""Whom a checklist is for."""

from enum import Enum


class Reader(Enum):
    """Who gets it; what each of them gets is settled in ``engine.readers``."""

    DOCTOR = "doctor"
    FAMILY = "family"
    PORTAL = "portal"
    FORUM = "forum"
    ME = "me"
