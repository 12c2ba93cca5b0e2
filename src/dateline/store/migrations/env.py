"""Alembic's door: migrations run on the connection that ``migrate.py`` hands over, inside its transaction."""

from alembic import context

from dateline.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite too can take a CREATE TABLE back
)
with context.begin_transaction():
    context.run_migrations()
