"""What of one side has a counterpart on the other: words, clauses, length, negation, direction.

Nothing here finds fault: it says what answers what, and how surely nothing does.
"""
