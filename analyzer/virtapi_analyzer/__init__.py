"""Compares two versions of a plug-in interface and says who would break, why, and what to do instead.

`diff(old, new, interface)` is the whole of it in one call; the command `virtapi` is the same for people.
"""
