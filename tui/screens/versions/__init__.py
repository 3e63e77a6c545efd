"""The Versions screen: what changed in this report?"""
