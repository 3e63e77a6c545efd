"""The Compare screen: what do the two say?"""
