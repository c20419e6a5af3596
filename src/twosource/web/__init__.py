"""The ledger in the browser: server-rendered pages over the queries of the ledger, and its API.

`twosource.web.app.create` makes the application. Nothing in a request becomes a path, markup, SQL
or an address to be sent to; everything an article said is shown as characters.
"""
