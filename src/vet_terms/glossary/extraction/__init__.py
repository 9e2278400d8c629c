"""Finding terms in documents: candidates of each language, their pairs, their types, the entries.

    chinese    text in quotes, names, policy formulas and noun compounds of a Chinese sentence
    english    spans of an English sentence that may be a term, acronyms, base forms
    pairing    which English span says what a Chinese span says, inside one aligned unit
    typing     the type of a concept by its ending, its English and how it was found
    extract    all of it over a whole memory, one term one partner

An alignment is evidence, a guess is not an entry: what stays below the bar becomes a candidate.
"""
