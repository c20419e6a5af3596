"""Quality and speed, measured, with pinned floors (`floors.toml`)."""
