"""Reports: what the archive knows, put together to be read, printed and handed on.

A kind of report (archive/reports/kinds) asks archive.query and makes a `Report`, which is plain
data: tables, charts, notes, and the words of the pages behind each number. A format
(archive/reports/formats) writes any of them, and decides nothing about its numbers.
"""
