"""Finding terms in documents: candidates of each language, their pairs, their types, the entries.

    vocabulary   Chinese words by what they do in terms
    field        terms that all papers of the field share
    spans        a candidate in its sentence
    compounds    runs of words that have the build of a term
    names        names inside names
    chinese      all candidates of a Chinese sentence
    english      spans of an English sentence, acronyms, base forms
    units        an aligned unit cut into what can be compared
    company      which words keep company over a whole memory
    known        short terms that are sure, found in a text
    links        how strongly each Chinese word speaks for each English one
    columns      English spans as numbers
    pairing      which English span says what a Chinese span says
    growth       English spans grown to whole phrases
    bars         whether a pair is sure
    selection    whether a sure pair is a term of its own
    elimination  names that are left over on both sides
    renderings   how one unit renders its names, terms and words
    cited        congresses and plenums, which are cited by number
    short_forms  short forms of names, tied to the full name
    variants     forms of one name brought together
    typing       the type of a concept
    renaming     names that took over from others, as sentences say it
    termhood     Chinese candidates where there is no English
    chinese_only candidates of Chinese text
    rounds       what is done with each unit, a chunk at a time
    workers      chunks shared out among processes, and put by between rounds
    sightings    all that was seen of each Chinese form
    entries      from sightings to entries, concepts and candidates
    extract      all of it over a whole memory, one term one partner

An alignment is evidence, a guess is not an entry: what stays below the bar becomes a candidate.
"""
