"""The schema's history, for Alembic; shipped with the package."""
