"""A site shown while it is worked on: on this machine alone, built again when something changes.

`state` is what the pages are told, `paths` which file an address means, `server` answers requests, `preview` watches
and builds.
"""

from __future__ import annotations

from edition.serving import preview
from edition.serving.preview import Preview, show

RULES = preview.RULES

__all__ = ["RULES", "Preview", "show"]
