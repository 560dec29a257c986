"""Names that the archives of many countries share belong to the country that stands by them, or to nobody known."""

from __future__ import annotations

import pytest

from tei.archives import find


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("National Archives, RG 59, box 3", "nara"),
        ("The American National Archives, RG 59, box 3", "nara"),
        ("National Archives of the United States, RG 59, box 3", "nara"),
        ("British National Archives, FO 371/11143", "tna"),
        ("The Norwegian National Archives, RG 59, box 3", "no-ra"),
        ("Finnish National Archives, box 12", "fi-ka"),
        ("Rigsarkivet, Copenhagen, box 14", "dk-ra"),
        ("National Archives, Stockholm, vol. 7", "se-ra"),
        ("ERA, 957-14-5, l. 3", "ee-era"),
        ("Lithuanian Central State Archives, f. 383, ap. 7, b. 100, l. 5", "lcva"),
        ("Central State Archives, Sofia, f. 1, op. 2, ae. 3, l. 5", "tsda"),
        ("Belgian National Archives, RG 59, box 3", None),
        ("The Norlandian National Archives, RG 59, box 3", None),
        ("National Archives of Nepal, RG 59, box 3", None),
    ],
)
def test_a_national_archive_is_that_of_its_country(text: str, key: str | None) -> None:
    """The adjective before the name, or "of" and the country behind it, says whose archive is meant."""
    found = [one.reference.repository for one in find(text)]
    known = [repository.key for repository in found if repository is not None and repository.known]
    assert known == ([key] if key else [])
