"""Safe fixes written into the files that they were found in: only the characters that change are written.

A fix is what a finding says may stand instead of its span, on the English side. Nothing here decides what is
safe, and the Chinese side, inline codes, encodings, line ends and all else of a file stay byte for byte.
"""
