"""Runs the two stages; the stages do not know where they run."""
