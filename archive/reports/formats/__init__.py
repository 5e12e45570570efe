"""The forms in which a report is written, one a file: a Report in, text out."""
