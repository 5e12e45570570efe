"""After a crawl: its alarms into the log, and to the people who asked to be told."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from archive import condition, storage
from archive.health import Alarm
from crawler import alerts, monitoring, monitors, progress
from crawler.alerts import Destinations


def after_crawl(
    folder: Path, crawl_id: int, sites: Iterable[str], to: Destinations
) -> tuple[Alarm, ...]:
    """The alarms of a crawl that has ended, once they are sent.

    An alert that could not be sent is told in the log, and changes nothing else.
    """
    db = storage.open_archive(folder, create=False)
    try:
        alarms = monitors.watch(
            (condition.site_run(db, crawl_id, site), monitoring.thresholds(site)) for site in sites
        )
    finally:
        storage.close(db)
    for alarm in alarms:
        progress.log_event("alarm", level=logging.WARNING, **asdict(alarm))
    for failure in alerts.send(alarms, to, archive=str(folder)) if alarms else ():
        progress.log_event("alert_failed", failure, level=logging.ERROR, message=failure)
    return alarms
