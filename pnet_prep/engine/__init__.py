"""What to do: pure functions; no clock, no disk, no screen."""
