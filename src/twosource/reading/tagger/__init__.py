"""The trained tagger: source, cue and content spans and the links between them, in one pass.

`pieces` cuts a text into word pieces with features, `windows` lays them out for the encoder,
`decode` turns scores into attributions. Training (`training/attribution`) uses the same code.
"""
