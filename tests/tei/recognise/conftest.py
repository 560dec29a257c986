"""What the tests of the recogniser share: the settings of the example edition Karsk, and captures from text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.config import load_config
from edition.encoding import Job
from edition.settings import job_of
from tei.model import Capture, Recognition, Telegram
from tei.recognise import Settings, recognise

KARSK = Path(__file__).resolve().parents[3] / "examples" / "karsk"
Recognise = Callable[[str], Recognition]


def named(telegram: Telegram, action: str) -> list[str]:
    """The names of those who sent a telegram, or received it, as the page has them."""
    return [name.text for one in telegram.envelopes[0].actions if one.type == action for name in one.names]


@pytest.fixture(scope="session")
def karsk_job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    config, findings = load_config(KARSK / "edition.toml")
    assert not findings
    job, more = job_of(config, date="2026-11-21", output=tmp_path_factory.mktemp("karsk"))
    assert not more
    return job


@pytest.fixture(scope="session")
def settings(karsk_job: Job) -> Settings:
    return karsk_job.settings


@pytest.fixture(scope="session")
def read(settings: Settings) -> Recognise:
    """Recognise a text as if it had been captured."""
    return lambda text: recognise(Capture("page.txt", "page", text, "0" * 64), settings)
