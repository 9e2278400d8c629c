"""How like two texts are: a documented measure for each language, and the form that is compared."""
