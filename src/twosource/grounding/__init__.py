"""From words to values: actors, figures, places, times, kinds and transfers of one document.

`ground.ground` is the way in. Nothing is imported here, so that whoever wants the sound of a name
does not load the parser.
"""
