"""From a person's own annotations to a tagger that learnt from them.

`formats` reads annotated files of five kinds and a ledger's judgements into one type, `Annotated`;
`measures` compares readings with them; the rest trains. PyTorch is imported where training begins,
nowhere else: it is no run-time dependency.
"""
