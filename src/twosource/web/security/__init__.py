"""Who may ask, from where, and what a browser may do with the answer.

Four rooms, from the outside in: `headers` on every answer, `hosts` against rebinding of names,
`sessions` for who has shown the secret, `forgery` for what may change something.
"""
