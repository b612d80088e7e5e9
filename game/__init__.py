"""Ruby Sparks: interactive fiction in which what is typed of a woman comes true."""

__version__ = "0.1.0"
