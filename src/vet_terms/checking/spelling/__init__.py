"""Which English words of a unit are spelt wrong, may be, or run into each other."""
