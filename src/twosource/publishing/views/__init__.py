"""Typed views: what a page shows, computed from a book, before any markup."""
