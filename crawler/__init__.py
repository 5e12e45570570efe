"""The crawler: what touches the web, and what turns a page into a record."""
