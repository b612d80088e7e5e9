"""A story as functions: each scene, page, beat and condition written out as Python when it is first needed.

What a function does is what the story says, with all that is known beforehand already done: which scene,
which variable, which words. The sources are made by the program out of checked expressions; no text of an
author's, and none of a player's, is ever more than a constant in them.
"""
