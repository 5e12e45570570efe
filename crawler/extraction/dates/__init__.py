"""When: date expressions in Indonesian prose, and which of them are the activity's."""
