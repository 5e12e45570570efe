"""The spiders: `news` crawls live sites."""
