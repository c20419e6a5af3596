"""What texts count, as the whole product reads them."""

import twosource


def figures(text):
    """The figures of a short English report of May 2031, in text order."""
    found = twosource.read(text, published_at="2031-05-02", language="en").mentions
    return [m.values.figure for m in found if m.values.figure]


def told(text):
    """Measure, low and high of each."""
    return {(f.measure.value, f.low, f.high) for f in figures(text)}


def lows(text):
    """Measure and low of each."""
    return {(f.measure.value, f.low) for f in figures(text)}
