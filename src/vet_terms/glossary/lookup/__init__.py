"""Looking a term up: from what a translator types to the concepts that it names.

``forms.py`` is a glossary ready for it and ``features.py`` what its forms are found by; the
glossary is in memory (``listed.py``) or, where it is large, in a file beside the workspace
(``prepared.py`` over ``pages.py``), with the same answers. ``matching.py`` meets forms letter by letter,
``similarity.py`` guesses, by sound (``syllables.py``) and by spelling; ``answers.py`` is the entry.
Where terms stand in a text is not asked here: see ``vet_terms.glossary.marking``.
"""
