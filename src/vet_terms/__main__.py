"""``python -m vet_terms``: the command line without the installed script."""

from vet_terms.cli import main

if __name__ == "__main__":
    main()
