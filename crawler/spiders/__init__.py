"""The spiders: `news` crawls live sites, `wayback` what a Wayback Machine has of them."""
