"""The Summary screen: what do the reports come down to?"""
