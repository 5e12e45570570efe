"""Monitors and thresholds: Spidermon runs the archive's own rules, the profile sets their limits."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from archive import health
from archive.coverage import Coverage
from archive.health import Alarm, SiteRun, Thresholds
from crawler import monitoring, monitors

NOTHING = Coverage("kota", 0, 0, 0, 0, 0, 0, 0, 0)
RUN = SiteRun(
    site="kota",
    crawl_id=7,
    started_at="2019-03-19T01:00:00Z",
    finished_at="2019-03-19T01:10:00Z",
    status="finished",
    reason=None,
    listed=0,
    found=10,
    failed=9,
    gaps=(),
    latest=None,
    now=NOTHING,
    before=(),
)


def test_spidermon_finds_what_the_rules_find_for_every_site() -> None:
    desa = dataclasses.replace(RUN, site="desa", listed=10, failed=0)
    strict, lenient = Thresholds(), Thresholds(failures_percent=95)
    found = monitors.watch([(RUN, strict), (desa, strict), (RUN, lenient)])
    assert {alarm.check for alarm in found[:2]} == {"listed", "failures"}
    assert [alarm.check for alarm in found[2:]] == ["listed"]
    assert set(found[:2]) == set(health.alarms_of(RUN, strict))


def test_monitor_that_breaks_is_an_alarm_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_run: SiteRun, _thresholds: Thresholds) -> Iterator[Alarm]:
        raise ZeroDivisionError

    monkeypatch.setattr(health, "failures", broken)
    assert {alarm.check for alarm in monitors.watch([(RUN, Thresholds())])} == {"listed", "monitor"}


def test_every_check_of_a_run_has_its_monitor() -> None:
    tests = [name for name in vars(monitors.CrawlMonitor) if name.startswith("test_")]
    assert len(tests) == len(health.CHECKS)


def test_profile_has_the_thresholds_of_the_design() -> None:
    assert monitoring.thresholds() == Thresholds(5, 20, 10, 8)


def test_site_may_have_thresholds_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"failures_percent": 5, "kota": {"failures_percent": 30}}
    monkeypatch.setattr(monitoring, "_words", lambda: words)
    assert monitoring.thresholds("kota").failures_percent == 30
    assert monitoring.thresholds("desa").failures_percent == 5
