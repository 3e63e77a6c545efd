"""The Reader screen: what does this one say?"""
