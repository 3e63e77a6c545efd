"""The Notes screen: what did I write?"""
