"""Days and hours that forms in Chinese give beside their labels."""

import pytest

from tei.recognise.hours import time_of
from tei.recognise.service import classify


@pytest.mark.parametrize(
    ("line", "type_", "when"),
    [
        ("發電日期：27/07/09", "sent", "1938-07-09"),
        ("收電日期：27年7月9日9時15分", "received", "1938-07-09T09:15:00"),
    ],
)
def test_a_label_of_taiwan_counts_the_years_of_the_republic(line: str, type_: str, when: str) -> None:
    service = classify(line)
    assert service is not None
    assert service.type == type_
    found = time_of(service, line, None)
    assert found is not None
    assert found.when == when


def test_an_hour_in_signs_says_when_a_wire_came() -> None:
    service = classify("下午9时20分收到)")
    assert service is not None
    assert service.type == "received"
    found = time_of(service, "下午9时20分收到)", 1938)
    assert found is not None
    assert found.time == "21:20:00"
