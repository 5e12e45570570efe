"""Search that knows Indonesian: what pages and files say, by the stems of their words."""

from archive.search.asking import Hits, Order, search
from archive.search.counting import Facets, facets, search_with_facets
from archive.search.functions import register
from archive.search.marking import Excerpt, excerpt, highlighted, marks
from archive.search.parsing import Query, QueryError, parse
from archive.search.results import Hit
from archive.search.suggestions import Suggestion, suggestions

__all__ = [
    "Excerpt",
    "Facets",
    "Hit",
    "Hits",
    "Order",
    "Query",
    "QueryError",
    "Suggestion",
    "excerpt",
    "facets",
    "highlighted",
    "marks",
    "parse",
    "register",
    "search",
    "search_with_facets",
    "suggestions",
]
