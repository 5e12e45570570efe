"""The addresses of the site: which page answers at which."""

from __future__ import annotations

from archive.browse.answering import Page
from archive.browse.pages import (
    activities,
    activity,
    event,
    focus_area,
    home,
    material,
    materials,
    nowhere,
    organization,
    organizations,
    people,
    person,
    search,
)

_ID = "(?P<id>[0-9]{1,18})"

PAGES = (
    Page(r"^/$", "home.html", home.load, has_totals=True),
    Page(r"^/activities$", "activities.html", activities.load, has_totals=True),
    Page(rf"^/activity/{_ID}$", "activity.html", activity.load),
    Page(rf"^/event/{_ID}$", "event.html", event.load),
    Page(r"^/people$", "people.html", people.load, has_totals=True),
    Page(rf"^/person/{_ID}$", "person.html", person.load, has_totals=True),
    Page(r"^/organizations$", "organizations.html", organizations.load, has_totals=True),
    Page(rf"^/organization/{_ID}$", "organization.html", organization.load, has_totals=True),
    Page(r"^/focus-area/(?P<id>[0-9])$", "focus_area.html", focus_area.load, has_totals=True),
    Page(r"^/materials$", "materials.html", materials.load, has_totals=True),
    Page(r"^/material$", "material.html", material.load),
    Page(r"^/search$", "search.html", search.load),
    Page(
        r"^/(activit|event|people|person|organization|focus-area|material)[^/]*(/.*)?$",
        "not_found.html",
        nowhere.load,
    ),
)
