"""The REST interface of WordPress: posts and categories, as far as a reader needs them.

https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from crawler.samplesite.addresses import Addresses, Listing
from crawler.samplesite.answers import Answer, Snapshot, json_answer
from crawler.samplesite.posts import JAKARTA, Category, Post, categories, site
from crawler.samplesite.routing import number

_MOST_PER_PAGE = 100
_DEFAULT_PER_PAGE = 10
_ONE_POST = re.compile(r"/wp/v2/posts/(\d{1,9})$")


class _InvalidParameterError(ValueError):
    """A parameter whose value the interface does not take; its text is the parameter's name."""


def answer_rest(route: str, parameters: Mapping[str, str], snapshot: Snapshot) -> Answer:
    """The answer of one route, with WordPress' error codes for what it does not take."""
    place = route.rstrip("/") or "/"
    one_post = _ONE_POST.match(place)
    if one_post:
        return _answer_post(one_post[1], snapshot)
    answering = _ROUTES.get(place)
    if answering is None:
        message = "No route was found matching the URL and request method."
        return _failure(404, "rest_no_route", message)
    try:
        return answering(parameters, snapshot)
    except _InvalidParameterError as error:
        return _failure(400, "rest_invalid_param", f"Invalid parameter(s): {error}")


def _answer_post(number_of_post: str, snapshot: Snapshot) -> Answer:
    post = snapshot.find(number_of_post)
    if post is None:
        return _failure(404, "rest_post_invalid_id", "Invalid post ID.")
    return json_answer(_post(post, snapshot.addresses))


def _answer_categories(parameters: Mapping[str, str], snapshot: Snapshot) -> Answer:
    listed = [_category(category, snapshot) for category in categories()]
    return _answer_page(listed, parameters, snapshot.addresses.rest("/wp/v2/categories"))


def _answer_posts(parameters: Mapping[str, str], snapshot: Snapshot) -> Answer:
    posts = [post for post in snapshot.posts if _wanted(post, parameters)]
    orders = {
        "date": lambda post: (post.date, post.id),
        "modified": lambda post: (post.modified, post.id),
        "id": lambda post: (post.id,),
    }
    order = orders.get(parameters.get("orderby", "date"))
    if order is None:
        raise _InvalidParameterError("orderby")
    posts.sort(key=order, reverse=parameters.get("order", "desc") != "asc")
    shown = [_post(post, snapshot.addresses) for post in posts]
    return _answer_page(shown, parameters, snapshot.addresses.rest("/wp/v2/posts"))


def _answer_page(items: list[dict[str, Any]], parameters: Mapping[str, str], url: str) -> Answer:
    per_page = _count(parameters, "per_page", _DEFAULT_PER_PAGE)
    if per_page > _MOST_PER_PAGE:
        raise _InvalidParameterError("per_page")
    page = _count(parameters, "page", 1)
    pages = -(-len(items) // per_page)
    if page > max(1, pages):
        message = "The page number requested is larger than the number of pages available."
        return _failure(400, "rest_post_invalid_page_number", message)
    shown = items[(page - 1) * per_page : page * per_page]
    if "_fields" in parameters:
        names = {name.strip().partition(".")[0] for name in parameters["_fields"].split(",")}
        shown = [{key: value for key, value in item.items() if key in names} for item in shown]
    headers = [("X-WP-Total", str(len(items))), ("X-WP-TotalPages", str(pages))]
    joint = "&" if "?" in url else "?"
    for other, relation in ((page - 1, "prev"), (page + 1, "next")):
        if 1 <= other <= pages:
            address = f"<{url}{joint}per_page={per_page}&page={other}>"
            headers.append(("Link", f'{address}; rel="{relation}"'))
    return json_answer(shown, headers=tuple(headers))


def _wanted(post: Post, parameters: Mapping[str, str]) -> bool:
    modified_after, after = (_moment(parameters, name) for name in ("modified_after", "after"))
    if (modified_after and post.modified <= modified_after) or (after and post.date <= after):
        return False
    if "slug" in parameters and post.slug not in parameters["slug"].split(","):
        return False
    if "include" in parameters and str(post.id) not in parameters["include"].split(","):
        return False
    if "categories" in parameters:
        wanted = set(parameters["categories"].split(","))
        return any(str(c.id) in wanted for c in categories() if c.slug in post.categories)
    return True


def _count(parameters: Mapping[str, str], name: str, default: int) -> int:
    if name not in parameters:
        return default
    count = number(parameters[name])
    if not count:
        raise _InvalidParameterError(name)
    return count


def _moment(parameters: Mapping[str, str], name: str) -> datetime | None:
    """A parameter's moment; one without an offset is in the site's own time."""
    if name not in parameters:
        return None
    try:
        moment = datetime.fromisoformat(parameters[name])
    except ValueError:
        raise _InvalidParameterError(name) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=JAKARTA)


def _answer_index(_: Mapping[str, str], snapshot: Snapshot) -> Answer:
    address = snapshot.addresses.base_url
    index = {
        "name": site()["name"],
        "description": site()["tagline"],
        "url": address,
        "home": address,
        "gmt_offset": "7",
        "timezone_string": "Asia/Jakarta",
        "namespaces": ["wp/v2"],
        "routes": {route: {"methods": ["GET"]} for route in _ROUTES},
    }
    return json_answer(index)


def _post(post: Post, addresses: Addresses) -> dict[str, Any]:
    return {
        "id": post.id,
        "date": _local(post.date),
        "date_gmt": _universal(post.date),
        "guid": {"rendered": addresses.shortlink(post)},
        "modified": _local(post.modified),
        "modified_gmt": _universal(post.modified),
        "slug": post.slug,
        "status": "publish",
        "type": "post",
        "link": addresses.post(post),
        "title": {"rendered": post.title},
        "content": {
            "rendered": "" if post.protected else post.body_at(addresses.base_url),
            "protected": post.protected,
        },
        "excerpt": {"rendered": f"<p>{post.excerpt}</p>", "protected": False},
        "categories": [c.id for c in categories() if c.slug in post.categories],
    }


def _category(category: Category, snapshot: Snapshot) -> dict[str, Any]:
    listing = Listing("category", category.slug)
    return {
        "id": category.id,
        "count": len(snapshot.listed(listing)),
        "link": snapshot.addresses.listing(listing),
        "name": category.name,
        "slug": category.slug,
        "taxonomy": "category",
        "parent": 0,
    }


def _local(moment: datetime) -> str:
    return f"{moment.astimezone(JAKARTA):%Y-%m-%dT%H:%M:%S}"


def _universal(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"


def _failure(status: int, code: str, message: str) -> Answer:
    return json_answer({"code": code, "message": message, "data": {"status": status}}, status)


_ROUTES: dict[str, Callable[[Mapping[str, str], Snapshot], Answer]] = {
    "/": _answer_index,
    "/wp/v2/posts": _answer_posts,
    "/wp/v2/categories": _answer_categories,
}
