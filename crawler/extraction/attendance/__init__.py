"""How many came: counts beside units, in sentences that say people came."""
