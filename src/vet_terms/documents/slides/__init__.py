"""Slide decks: boxes in the order in which a person reads them."""
