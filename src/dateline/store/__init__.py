"""Reports, their records and people's corrections, kept: SQLite by default, PostgreSQL for a team."""
