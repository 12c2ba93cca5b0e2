"""One module per compiled knowledge file."""
