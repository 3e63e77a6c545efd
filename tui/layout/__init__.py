"""How an article becomes lines on the screen: signs and marks set in, wrapped, and put level with another one.

Values and pure functions of the domain's values; no widget is known here.
"""
