"""What Spidermon watches after a crawl: our rules, over the archive's figures.

Spidermon runs the monitors, one for each rule and site. The rules themselves are those of
`archive.health`, so that `resilience status` says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spidermon import Monitor, MonitorSuite
from spidermon import settings as spidermon_settings
from spidermon.runners import MonitorRunner

from archive import health
from archive.health import Alarm, SiteRun, Thresholds

Check = Callable[[SiteRun, Thresholds], Iterator[Alarm]]


class CrawlMonitor(Monitor):  # type: ignore[misc]  # Spidermon has no types
    """A site's last crawl, held against the profile's thresholds."""

    def test_crawl_was_not_interrupted(self) -> None:
        """The crawl came to its end."""
        self._hold(health.ended)

    def test_every_list_of_posts_was_read(self) -> None:
        """No gap."""
        self._hold(health.complete)

    def test_posts_were_listed(self) -> None:
        """The site's lists name posts."""
        self._hold(health.listed)

    def test_few_pages_failed(self) -> None:
        """The share of failures is below its threshold."""
        self._hold(health.failures)

    def test_coverage_held(self) -> None:
        """No kind of fact has fallen against earlier crawls."""
        self._hold(health.coverage)

    def _hold(self, check: Check) -> None:
        alarms = list(check(self.data.run, self.data.thresholds))
        self.data.alarms.extend(alarms)
        if alarms:
            self.fail(" ".join(alarm.message for alarm in alarms))


class CrawlMonitors(MonitorSuite):  # type: ignore[misc]  # Spidermon has no types
    """The monitors of one site's crawl."""

    monitors = (CrawlMonitor,)


def watch(runs: Iterable[tuple[SiteRun, Thresholds]]) -> tuple[Alarm, ...]:
    """The alarms of sites' last crawls, each held against its own thresholds."""
    alarms: list[Alarm] = []
    for run, thresholds in runs:
        result = MonitorRunner().run(CrawlMonitors(), run=run, thresholds=thresholds, alarms=alarms)
        alarms += [
            Alarm("monitor", run.site, f"A monitor could not work: {broken.error}")
            for broken in result.monitors_failed_results
            if broken.status == spidermon_settings.MONITOR.STATUS.ERROR
        ]
    return tuple(alarms)
