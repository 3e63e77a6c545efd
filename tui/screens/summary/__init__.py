"""The Summary screen: what is the short of it?"""
