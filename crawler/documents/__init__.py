"""Documents: what slides, reports and tables say, apart from any network and any database."""
