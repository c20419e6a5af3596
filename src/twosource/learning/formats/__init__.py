"""One room a format; each reads bytes into `Annotated` and raises `FormatError`, nothing else."""
