"""The Help screen: what can I press here?"""
