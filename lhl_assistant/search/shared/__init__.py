"""A library on a PostgreSQL server, shared by many."""
