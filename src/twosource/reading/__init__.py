"""One document in, its mentions out: spans first (a `Reader`), then what each of them says.

Pure: the same text gives the same mentions, on any machine and in any order.
"""
