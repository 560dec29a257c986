"""The build of a site: gather, check, plan, render, write beside, verify every link, swap.

`building` leads; `workshop` keeps the site that stands whole, with `swapping` and `trees`; `store` remembers what the
last build made; `planning` and `marks` say what is to be made; `rendering` makes it; `links` and `verifying` follow
every link; `assets`, `renaming`, `search`, `terms` and `summing` are what their names say.
"""

from __future__ import annotations

from edition.build import building, planning, renaming, rendering, verifying, workshop
from edition.build.building import Job, Report, build

RULES = (*building.RULES, *workshop.RULES, *rendering.RULES, *verifying.RULES, *planning.RULES, *renaming.RULES)

__all__ = ["RULES", "Job", "Report", "build"]
