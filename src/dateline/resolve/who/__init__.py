"""Who a report speaks of: mentions, names, descriptions and pronouns made into entities."""
