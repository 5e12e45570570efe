"""What happens to every answer before the spider sees it."""

from __future__ import annotations

from scrapy.http import Request, Response

_SERVER_ERRORS = 500
_FORBID_ALL = b"User-agent: *\nDisallow: /\n"


class UnreadableRobots:
    """Reads robots.txt by the status it came with.

    Scrapy takes an error page for rules. By RFC 9309, 2.3.1, a client error means that
    there are no rules, a server error that everything is forbidden for now.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """The rules that the status means, for a robots.txt; any other response as it is."""
        if not request.meta.get("dont_obey_robotstxt") or not request.url.endswith("/robots.txt"):
            return response
        if response.status >= _SERVER_ERRORS:
            return response.replace(body=_FORBID_ALL)
        if not 200 <= response.status < 300:  # noqa: PLR2004 - the statuses of success
            return response.replace(body=b"")
        return response
