"""The Ledger screen: who says what, where, how sure?"""
