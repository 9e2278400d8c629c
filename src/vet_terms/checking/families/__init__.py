"""The rules, a family a file: each has its values in ``RULES``."""
