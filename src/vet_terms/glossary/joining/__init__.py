"""Two people's term bases, or an outside list and a term base, made one.

``cells`` joins one concept, ``tables`` whole tables, ``changes`` says what came of it. What disagrees is
listed and never decided: the row that stands, stays. Nothing here reads or writes a file.
"""
