"""`python -m crawler`: the `resilience` command."""

from crawler.cli import main

main(prog_name="resilience")
