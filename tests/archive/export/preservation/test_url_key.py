"""Keys of addresses are those by which replaying tools look them up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from preservation import run_tool

from archive.export.preservation.url_key import url_key

SESSION = "0123456789abcdef0123456789abcdef"
ADDRESSES = (
    "http://127.0.0.1:8017/",
    "https://www.Kota.example/A/?b&a",
    "http://kota.example",
    "http://kota.example?",
    "http://kota.example/?p=12&a=&B=2&b=10&b",
    "http://kota.example:80/x/../y/./z//w/",
    "https://kota.example:443/x/",
    "https://kota.example:8443/x/",
    "http://www2.kota.example/x%20y/%C3%A9/é?q=é&r=%2525",
    "http://user:pw@kota.example/x#frag",
    f"http://kota.example/a?PHPSESSID={SESSION}&z=1&a=2",
    f"http://kota.example/a?z=1&sid={SESSION}",
    f"http://kota.example/a?z=1&jsessionid={SESSION}&b=1",
    "http://kota.example/(a(4hqa0555fwsecu455xqckv45))/mileg.aspx",
    "http://kota.example/a+b?c+d=e+f&e=%26",
    "http://kota.example/wp-json/wp/v2/posts?per_page=100&page=1&_fields=id,content.protected",
    "http://kota.example/../x",
    "http://kota.example/x/..",
    "http://kota.example/x/%2e%2e/y",
    "http://kota.example/%zz/%e4%00",
    "http://küche.example/ä",
    "http://kota..example./x",
    "http://kota.example/a;b=c?x[]=1&x[]=0",
    "http://kota.example/a?b=c?d=e",
    "http://kota.example/a?&&a",
    "http://www.www.kota.example/",
    "http://kota.example/x%23y?z=%23",
    "http://kota.example/x%3fy",
    "http://kota.example/a b?c d",
    "http://[2001:db8::1]:8080/x",
    "https://kota.example/A%2FB",
    "http://kota.example/?p=1&p=%31&p",
    "http://www.kota.example.//",
)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Kota.example/A/?b&a", "example,kota)/a?a&b"),
        ("http://kota.example:8080/x/#atas", "example,kota:8080)/x"),
        ("http://kota.example/?", "example,kota)/"),
        ("http://kota.example/2019/../%41//b/", "example,kota)/a/b"),
        (f"http://kota.example/?sid={SESSION}", "example,kota)/"),
    ],
)
def test_addresses_that_lead_to_one_page_have_one_key(url: str, key: str) -> None:
    assert url_key(url) == key


@pytest.mark.parametrize("url", ["http://kota.example:abc/x", "urn:x:y", "", "http://[::1/"])
def test_what_cannot_be_taken_apart_is_its_own_key(url: str) -> None:
    assert url_key(url) == url


def test_no_address_makes_a_key_with_a_space() -> None:
    assert " " not in url_key("urn: x\n")


def test_keys_are_those_of_the_replaying_tools(tmp_path: Path) -> None:
    program = "import json, sys, surt; print(json.dumps([*map(surt.surt, json.load(sys.stdin))]))"
    theirs = run_tool("python", "-c", program, folder=tmp_path, given=json.dumps(ADDRESSES)).stdout
    assert [url_key(url) for url in ADDRESSES] == json.loads(theirs)
