"""Which files have changed since a revision, as git knows it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tei.errors import SourceError
from tei.findings import Location, Rule, Severity

NO_REVISION = Rule(
    "LNT030",
    "revision-unknown",
    Severity.ERROR,
    "What has changed cannot be told: the folder is no git repository, git is not there, or there is no such revision. "
    "A shallow clone, as CI makes it, lacks older revisions: fetch them first.",
)
RULES = (NO_REVISION,)


def changed_since(revision: str, files: Iterable[str]) -> tuple[str, ...]:
    """Return those of `files` that differ from a revision or are new to git, in order, and `-`. Raises SourceError."""
    files = tuple(files)
    roots: dict[Path, Path] = {}
    for folder in dict.fromkeys(Path(path).resolve().parent for path in files if path != "-"):
        roots[folder] = Path(_git(folder, revision, "rev-parse", "--show-toplevel").strip())
    changed = {path for root in dict.fromkeys(roots.values()) for path in _changed(root, revision)}
    return tuple(path for path in files if path == "-" or Path(path).resolve() in changed)


def _changed(root: Path, revision: str) -> Iterator[Path]:
    differing = _git(root, revision, "diff", "--name-only", "-z", "--diff-filter=d", "--end-of-options", revision, "--")
    unknown = _git(root, revision, "ls-files", "--others", "--exclude-standard", "-z")
    yield from ((root / name).resolve() for name in (differing + unknown).split("\0") if name)


def _git(folder: Path, revision: str, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        stderr = getattr(error, "stderr", b"") or str(error).encode()
        said = stderr.decode(errors="replace").strip().split("\n")[0]
        message, hint = f"what changed since {revision} cannot be told: {said}", "check the revision, or fetch it"
        raise SourceError(NO_REVISION.at(Location(str(folder)), message, hint)) from error
    return done.stdout.decode("utf-8", "surrogateescape")
