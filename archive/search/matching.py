"""Which activities have what a query asks for, as a condition that other questions can use."""

from __future__ import annotations

from archive.search.index import PAGE_BITS
from archive.search.parsing import expression, parse

# Of its own page, or on a page of a file that its post links to.
_CONDITION = f"""activities.id IN (
  SELECT matched.id
  FROM search_index
  JOIN search_documents AS documents ON documents.id = search_index.rowid >> {PAGE_BITS}
  JOIN activities AS matched ON matched.page_id = documents.page_id
  WHERE search_index MATCH :match
  UNION ALL
  SELECT materials.activity_id
  FROM search_index
  JOIN search_documents AS documents ON documents.id = search_index.rowid >> {PAGE_BITS}
  JOIN file_links ON file_links.file_id = documents.file_id
  JOIN materials ON materials.url = file_links.url
  WHERE search_index MATCH :match
)"""  # noqa: S608 - fixed numbers


def activities_matching(query: str) -> tuple[str, dict[str, str]]:
    """What a row of the table `activities` must fulfil, in words of SQL, and its parameters.

    An activity has what its article says, and what the files say that its post links to. Raises
    QueryError as `archive.search.search` does.
    """
    return _CONDITION, {"match": expression(parse(query))}
