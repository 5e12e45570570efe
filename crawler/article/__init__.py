"""HTML -> Article: the theme's chrome comes off, the article's own words stay."""

from crawler.article.page import Block, Link, Page
from crawler.article.reading import read_article

__all__ = ["Block", "Link", "Page", "read_article"]
