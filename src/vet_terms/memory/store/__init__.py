"""Where the units of a memory are kept: one interface, a file (SQLite) or a server (PostgreSQL)."""
