"""Suggesting English for Chinese terms that have none: composed of what is known, or nothing at all.

    suggest      a candidate to a suggestion, with how it was made
    parts        a term cut into parts with known English
    compose      the parts in the order of English
    heads        generic heads, and words that ask for another order
    offices      government offices
    field_words  words of vocational education
    tables/      the words themselves
    places       places and countries
    numbers      numbered plans, congresses, years of schooling
    dictionary   one clear meaning, or none
    spelling     American or British

What is suggested is no entry: it stands in ``candidates.csv``, for a person to judge.
"""
