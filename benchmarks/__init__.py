"""Side-by-side runs; each module prints figures, and none of them is part of the program."""
