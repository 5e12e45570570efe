"""Who is who: one row a person, organization and event, under whatever names pages tell of them.

What decides is pure: mentions and decisions of people in, clusters with their reasons and
doubts out. `renew` makes an archive's rows those of the clusters.
"""

from archive.identity.clusters import RenewedKind
from archive.identity.renewing import Renewed, keeping_current, renew

__all__ = ["Renewed", "RenewedKind", "keeping_current", "renew"]
