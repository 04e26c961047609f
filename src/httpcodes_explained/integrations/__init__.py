"""One module per library, named after it, with an extra of the same name; nothing here is imported by the core."""
