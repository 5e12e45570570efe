"""Write the gold set: every source/KEY.toml becomes KEY.html (a full page) and KEY.json (its facts).

Run `python tests/gold/build.py` after a source or a chrome has changed. A source holds the words of
one page and the facts that a careful archivist reads in them; a chrome holds what surrounds an
entry on sites of one kind, with the dates, counts and names of other posts as traps.
"""

from __future__ import annotations

import html
import json
import re
import tomllib
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import html as lxml_html

GOLD = Path(__file__).parent
MONTHS_ID = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS_ID = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "td",
        "th",
        "figcaption",
        "blockquote",
        "div",
        "ul",
        "ol",
        "table",
        "tbody",
        "thead",
        "tr",
        "br",
    ]
)
EACH = re.compile(r"<!--posts (\d+)-->(.*?)<!--/posts-->", re.DOTALL)
SLOT = re.compile(r"\{\{(\w+)\}\}")


def body_html(source: str) -> str:
    """The entry's markup: a line that does not begin with a tag is a paragraph."""
    lines = [line.strip() for line in source.strip().splitlines() if line.strip()]
    inline = ("<a ", "<strong", "<b>", "<em", "<i>")
    return "\n".join(
        line if line.startswith("<") and not line.startswith(inline) else f"<p>{line}</p>"
        for line in lines
    )


def body_lines(markup: str) -> list[str]:
    """The entry's text, one block a line, white space folded."""
    lines = [""]

    def walk(node: Any) -> None:
        block = node.tag in BLOCKS
        if block:
            lines.append("")
        lines[-1] += node.text or ""
        for child in node:
            if isinstance(child.tag, str) and child.tag not in {"script", "style"}:
                walk(child)
            lines[-1] += child.tail or ""
        if block:
            lines.append("")

    walk(lxml_html.fragment_fromstring(markup, create_parent="div"))
    folded = (" ".join(line.split()) for line in lines)
    return [line for line in folded if line]


def post_dates(published: str) -> dict[str, str]:
    """The post's own date as the chromes print it."""
    day = datetime.fromisoformat(published)
    month = MONTHS_ID[day.month - 1]
    return {
        "published": published,
        "date_en": f"{MONTHS_EN[day.month - 1]} {day.day}, {day.year}",
        "date_id": f"{day.day} {month} {day.year}",
        "date_long": f"{DAYS_ID[day.weekday()]}, {day.day} {month} {day.year}",
        "time": f"{day:%H:%M}",
        "year": str(day.year),
    }


def fill(template: str, slots: dict[str, str]) -> str:
    """Put each slot's value in its place; an unknown slot is an error."""
    return SLOT.sub(lambda found: slots[found.group(1)], template)


def wrap(key: str, source: dict[str, Any], markup: str, posts: list[dict[str, str]]) -> str:
    """The whole page: the entry within the chrome of its theme."""
    seed = zlib.crc32(key.encode())
    at = urlsplit(source["url"])
    slots = {name: html.escape(value) for name, value in source.get("chrome", {}).items()} | {
        "title": html.escape(source["title"]),
        "subtitle": html.escape(source.get("subtitle", "")),
        "url": html.escape(source["url"]),
        "home": f"{at.scheme}://{at.netloc}",
        "host": at.netloc,
        "author": html.escape(source.get("author", "admin")),
        "container": source.get("container", "isi-berita"),
        "site": html.escape(source.get("site", at.netloc)),
        "id": str(11000 + seed % 8000),
        "views": str(40 + seed % 1900),
        "category": html.escape(source.get("categories", ["Berita"])[-1]),
        "categories": "".join(
            f'<a class="post-cat tie-cat-{n}" href="{at.scheme}://{at.netloc}/?cat={n}">'
            f"{html.escape(name)}</a>"
            for n, name in enumerate(source.get("categories", ["Berita"]), start=2)
        ),
        "body": markup,
        **post_dates(source["published"]),
    }
    turned = posts[seed % len(posts) :] + posts[: seed % len(posts)]
    template = (GOLD / "chrome" / f"{source['theme']}.html").read_text(encoding="utf-8")
    if not source.get("subtitle"):
        template = re.sub(r"<!--subtitle-->.*?<!--/subtitle-->", "", template, flags=re.DOTALL)
    template = re.sub(r"<!--/?subtitle-->", "", template)

    def repeat(found: re.Match[str]) -> str:
        nonlocal turned
        count = int(found.group(1))
        chosen, turned = turned[:count], turned[count:] + turned[:count]
        return "".join(fill(found.group(2), slots | post) for post in chosen)

    return fill(EACH.sub(repeat, template), slots)


def gold_of(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a source in the shape of KEY.json; an empty string in a source is a null."""
    start = facts.get("start")
    return {
        "type": facts.get("type"),
        "start_date": start,
        "end_date": facts.get("end", start),
        "mentioned_dates": sorted(facts.get("mentioned", [])),
        "attendance": [
            dict(zip(("count", "qualifier", "unit"), row, strict=True))
            for row in facts.get("attendance", [])
        ],
        "people": [
            {
                "name": name,
                "role": role,
                "position": position or None,
                "organization": organization or None,
                "honorific": honorific or None,
            }
            for name, role, position, organization, honorific in facts.get("people", [])
        ],
        "organizations": facts.get("organizations", []),
        "groups": [
            {
                "number": group.get("number"),
                "topic": group["topic"],
                "focus_area": group.get("focus"),
                "conclusions": group.get("conclusions", []),
            }
            for group in facts.get("groups", [])
        ],
        "venue": facts.get("venue"),
        "materials": [
            {"label": label, "url": url or None, "kind": kind, "presenter": presenter or None}
            for label, url, kind, presenter in facts.get("materials", [])
        ],
    }


def build() -> int:
    """Write all pages and return their number."""
    posts = tomllib.loads((GOLD / "chrome" / "posts.toml").read_text(encoding="utf-8"))["post"]
    posts = [{f"post_{name}": html.escape(value) for name, value in p.items()} for p in posts]
    sources = sorted((GOLD / "source").glob("*.toml"))
    for path in sources:
        source = tomllib.loads(path.read_text(encoding="utf-8"))
        markup = body_html(source["body"])
        heads = [source["title"], source.get("subtitle", "")]
        page = {
            "url": source["url"],
            "title": source["title"],
            "text": "\n".join([*filter(None, heads), *body_lines(markup)]),
            "gold": gold_of(source["gold"]),
        }
        (GOLD / f"{path.stem}.html").write_text(
            wrap(path.stem, source, markup, posts), encoding="utf-8"
        )
        (GOLD / f"{path.stem}.json").write_text(
            json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return len(sources)


if __name__ == "__main__":
    build()
