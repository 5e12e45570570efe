"""Which documents the page offers: label, kind, presenter, date."""
