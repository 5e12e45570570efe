"""Questions to the archive: typed functions that give frozen rows (docs/questions.md)."""

from archive.coverage import Coverage
from archive.query.activities import (
    ActivityOrder,
    ActivityRow,
    GroupRow,
    MaterialRow,
    OrganizationRow,
    ParticipantRow,
    activities,
    count_activities,
)
from archive.query.activity_detail import ActivityDetail, activity
from archive.query.activity_facts import (
    AttendanceFact,
    ConclusionFact,
    DateFact,
    FindingFact,
    GroupFact,
    MaterialFact,
    OrganizationFact,
    PersonFact,
    Proof,
    ReportRow,
)
from archive.query.activity_types import ActivityTypePeriod, activities_by_type
from archive.query.appearances import MetRow
from archive.query.attendance import (
    AttendanceCountRow,
    AttendancePeriod,
    attendance,
    attendance_counts,
)
from archive.query.co_appearances import PairKind, PairRow, co_appearances
from archive.query.coverage import coverage
from archive.query.events import EventReport, EventRow, count_events, events
from archive.query.findings import FindingRow, count_findings, findings
from archive.query.focus_areas import FocusAreaPeriod, focus_areas
from archive.query.materials import OfferedMaterialRow, count_materials, materials
from archive.query.mentions import NameOrder
from archive.query.organizations import (
    KnownOrganizationRow,
    OrganizationAppearanceRow,
    OrganizationDetail,
    RepresentativeRow,
    count_organizations,
    organization,
    organizations,
)
from archive.query.people import (
    AppearanceRow,
    PersonDetail,
    PersonRow,
    PositionRow,
    count_people,
    people,
    person,
)
from archive.query.periods import By
from archive.query.selection import Condition, Selected, condition

__all__ = [
    "ActivityDetail",
    "ActivityOrder",
    "ActivityRow",
    "ActivityTypePeriod",
    "AppearanceRow",
    "AttendanceCountRow",
    "AttendanceFact",
    "AttendancePeriod",
    "By",
    "ConclusionFact",
    "Condition",
    "Coverage",
    "DateFact",
    "EventReport",
    "EventRow",
    "FindingFact",
    "FindingRow",
    "FocusAreaPeriod",
    "GroupFact",
    "GroupRow",
    "KnownOrganizationRow",
    "MaterialFact",
    "MaterialRow",
    "MetRow",
    "NameOrder",
    "OfferedMaterialRow",
    "OrganizationAppearanceRow",
    "OrganizationDetail",
    "OrganizationFact",
    "OrganizationRow",
    "PairKind",
    "PairRow",
    "ParticipantRow",
    "PersonDetail",
    "PersonFact",
    "PersonRow",
    "PositionRow",
    "Proof",
    "ReportRow",
    "RepresentativeRow",
    "Selected",
    "activities",
    "activities_by_type",
    "activity",
    "attendance",
    "attendance_counts",
    "co_appearances",
    "condition",
    "count_activities",
    "count_events",
    "count_findings",
    "count_materials",
    "count_organizations",
    "count_people",
    "coverage",
    "events",
    "findings",
    "focus_areas",
    "materials",
    "organization",
    "organizations",
    "people",
    "person",
]
