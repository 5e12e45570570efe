"""The commands of the `resilience` command that touch the web or read pages."""
