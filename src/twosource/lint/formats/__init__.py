"""Findings for machines: one module a format."""
