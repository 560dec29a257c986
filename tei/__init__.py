"""One TEI document at a time: recognise, encode, validate, decode. Nothing here prints, exits or reaches a network."""

__version__ = "0.1.0"
