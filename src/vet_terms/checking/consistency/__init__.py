"""Units held against each other: what is the same on one side and differs on the other.

Each file has one kind of fact that is noted of a unit, small enough for a hundred thousand, and how the facts
of all units are compared, in one pass. Which of two forms is right is for a person to say: the rarer one is
reported, or the later one where both are as frequent.
"""
