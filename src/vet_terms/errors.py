"""What can go wrong, each with one sentence that a person can act on.

    VetTermsError            base; the command line prints it and exits with 2
    ├── InputError           a file that cannot be read or is not what it should be
    ├── OutputError          a file that cannot be written
    └── UsageError           a request that makes no sense for the given input

A message names the file (and the place in it, where known), what is wrong, and what to do.
"""


class VetTermsError(Exception):
    """Base of every error that is reported to a person instead of shown as a traceback."""


class InputError(VetTermsError):
    """An input file is missing, unreadable, damaged or of the wrong kind."""


class OutputError(VetTermsError):
    """An output could not be written; nothing half-written is left behind."""


class UsageError(VetTermsError):
    """The request does not fit the input, as a bilingual job on a one-language file."""
