"""Alarms: what a crawl's figures must come to before a person is called."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from archive import health
from archive.coverage import Coverage
from archive.gaps import Gap
from archive.health import SiteRun, Thresholds

NOW = datetime(2019, 3, 20, tzinfo=UTC)


def measured(*, activities: int = 40, **facts: int) -> Coverage:
    """The coverage of 50 pages; every kind of fact in all activities but where told."""
    kinds = ("date", "venue", "attendance", "people", "organizations", "materials")
    counts = {f"with_{kind}": facts.get(kind, activities) for kind in kinds}
    return Coverage(site="kota", pages=50, activities=activities, **counts)


HEALTHY = SiteRun(
    site="kota",
    crawl_id=7,
    started_at="2019-03-19T01:00:00Z",
    finished_at="2019-03-19T01:10:00Z",
    status="finished",
    reason=None,
    listed=100,
    found=100,
    failed=5,
    gaps=(),
    latest=measured(),
    now=measured(),
    before=(measured(), measured(), measured()),
)


def alarms(thresholds: Thresholds | None = None, **changes: object) -> list[tuple[str, str]]:
    """(check, message) of the alarms of a run that differs from the healthy one."""
    run = replace(HEALTHY, **changes)  # type: ignore[arg-type]
    found = health.alarms_of(run, thresholds or Thresholds())
    return [(alarm.check, alarm.message) for alarm in found]


def test_healthy_crawl_raises_no_alarm() -> None:
    assert alarms() == []


def test_crawl_that_found_no_post_is_alarming() -> None:
    ((check, message),) = alarms(listed=0)
    assert check == "listed"
    assert "no post in the lists of kota" in message


def test_interrupted_crawl_is_alarming_for_that_alone() -> None:
    (alarm,) = alarms(status="interrupted", reason="The process ended.", listed=0, found=0)
    assert alarm == ("ended", "Crawl 7 was interrupted. The process ended.")


def test_gap_names_its_reason() -> None:
    gap = Gap("https://kota.example/page/7/", "It answered 500.")
    ((check, message),) = alarms(gaps=(gap, gap), status="failed")
    assert check == "complete"
    assert "2 lists of posts" in message
    assert "It answered 500." in message


def test_failures_are_alarming_above_their_threshold_only() -> None:
    assert [check for check, _ in alarms(failed=6)] == ["failures"]
    assert alarms(Thresholds(failures_percent=10), failed=6) == []
    assert alarms(found=0, failed=0) == []


def test_fact_that_new_pages_no_longer_have_looks_like_a_new_theme() -> None:
    ((check, message),) = alarms(latest=measured(date=20, venue=0))
    assert check == "coverage"
    assert "latest pages of kota have less than before" in message
    assert "date 50 % (before 100 %), venue 0 % (before 100 %)." in message
    assert alarms(latest=measured(date=33)) == []
    assert alarms(Thresholds(coverage_drop_points=60), latest=measured(date=20)) == []


def test_fact_that_fades_from_the_whole_archive_is_alarming_once() -> None:
    both = alarms(latest=measured(people=0), now=measured(people=20))
    assert [check for check, _ in both] == ["coverage"]
    ((_, message),) = alarms(latest=None, now=measured(people=20))
    assert "pages in the archive of kota have less than before: people 50 %" in message


def test_pages_that_no_longer_report_activities_are_alarming() -> None:
    ((_, message),) = alarms(latest=measured(activities=20))
    assert "activity 40 % (before 80 %)" in message


@pytest.mark.parametrize(
    "changes",
    [
        {"latest": replace(measured(activities=9, date=0), pages=9)},
        {"before": (), "now": measured(date=0)},
        {"before": (replace(measured(activities=9), pages=9),), "now": measured(date=0)},
        {"latest": replace(measured(activities=0), pages=0)},
    ],
)
def test_too_few_activities_say_nothing_of_coverage(changes: dict[str, object]) -> None:
    assert alarms(**changes) == []


def test_one_odd_crawl_before_does_not_move_what_is_usual() -> None:
    odd = measured(date=10)
    assert alarms(before=(odd, measured(), measured())) == []
    assert alarms(before=(odd, odd, measured(), odd), latest=measured(date=5)) == []


def test_crawls_that_run_no_more_are_alarming() -> None:
    def at(last_end: str | None) -> list[str]:
        return [alarm.message for alarm in health.recent(last_end, NOW, Thresholds())]

    assert at("2019-03-13T00:00:00Z") == []
    (message,) = at("2019-03-02T00:00:00Z")
    assert "18 days ago" in message
    assert "timer" in message
    assert at(None) == ["No crawl of this archive has ended yet."]
