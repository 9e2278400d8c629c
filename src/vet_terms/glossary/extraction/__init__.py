"""Finding terms in documents: candidates of each language, their pairs, their types, the entries.

    vocabulary   Chinese words by what they do in terms
    spans        a candidate in its sentence
    compounds    runs of words that have the build of a term
    names        names inside names
    chinese      all candidates of a Chinese sentence
    english      spans of an English sentence, acronyms, base forms
    units        an aligned unit cut into what can be compared
    links        how strongly each Chinese word speaks for each English one
    columns      English spans as numbers
    pairing      which English span says what a Chinese span says
    bars         whether a pair is sure
    selection    whether a sure pair is a term of its own
    elimination  names that are left over on both sides
    variants     forms of one name brought together
    typing       the type of a concept
    termhood     Chinese candidates where there is no English
    extract      all of it over a whole memory, one term one partner

An alignment is evidence, a guess is not an entry: what stays below the bar becomes a candidate.
"""
