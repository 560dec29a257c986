"""The search: which words a document is found by, and the index that Pagefind makes of them.

`words` is the folding, the same for index and query; `records` are what is found and by which words, `pages` the small
pages that Pagefind reads of them; `indexing` makes the index of a finished site, and `settling` brings its files, which
are in `cbor`, into one order.
"""

from edition.searching.indexing import RULES, index_site

__all__ = ["RULES", "index_site"]
