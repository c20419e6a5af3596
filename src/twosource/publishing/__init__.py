"""What leaves the ledger: the report (one HTML file), JSON, CSV and Parquet.

Everything here is computed from a `Book` (documents, mentions, links) and decides nothing itself.
"""
