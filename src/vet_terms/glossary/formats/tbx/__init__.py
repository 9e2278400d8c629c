"""TermBase eXchange (TBX): version 2 for the tools, version 3 (ISO 30042:2019) for the standard.

``version2`` and ``version3`` write, ``reading`` reads both from any tool, ``dialects`` knows what TBX-Min and
TBX-Basic allow where, and ``validation`` holds a file to it, over ``structure`` and ``rules``.
"""
