"""The version of the software: stored with every reading, for another may read otherwise."""

VERSION = "0.3.1"
