"""Files, pages, JSON Lines and URLs in; reports out."""
