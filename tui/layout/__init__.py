"""From an article to lines on the screen: marks and signs, wrapping, alignment of two texts.

Values and pure functions of the domain's values; no widget is known here.
"""
