"""The Library screen: what do I have?"""
