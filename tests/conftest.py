"""Fixtures shared by all tests, and the rule that only tests marked `model` may load the parser or the gazetteer."""

import io
import json
import os
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from dateline.records import Report

settings.register_profile(
    "default",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("default")

Code = Callable[..., dict[str, Any]]
#: What a test without the mark must not open.
HEAVY = (
    ("dateline.parse.spacy_parser", "SpacyParser", "__init__"),
    ("dateline.knowledge.gazetteer", "Gazetteer", "load"),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what dateline makes now into tests/golden and the README",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def no_model_without_mark(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit test that would load the parser or the gazetteer fails and says why."""
    if request.node.get_closest_marker("model"):
        return

    def refuse(*_: object, **__: object) -> None:
        msg = "this test needs the parser or the gazetteer: mark it with pytest.mark.model"
        raise AssertionError(msg)

    for module, name, door in HEAVY:
        if module in sys.modules:
            monkeypatch.setattr(getattr(sys.modules[module], name), door, refuse)


@pytest.fixture(scope="session")
def pipeline() -> Any:
    """The whole road, loaded once."""
    from dateline.pipeline import Pipeline

    return Pipeline()


@pytest.fixture(scope="session")
def code(pipeline: Any) -> Code:
    """``code(text, published=...)`` gives the record of one bare text as the contract's object."""
    from dateline.formats.to_json import record_dict

    def run(text: str, *, published: str | None = "2024-05-15") -> dict[str, Any]:
        given = "given" if published else None
        report = Report(
            "test", "test", text, published=published, published_from=given, language="en"
        )
        (record,) = pipeline.run([report])
        made: dict[str, Any] = record_dict(record)
        return made

    return run


@pytest.fixture(scope="session")
def code_line(pipeline: Any) -> Code:
    """``code_line(id=..., text=..., ...)``: the same through intake, as one line of JSON Lines."""
    from dateline.formats.to_json import record_dict
    from dateline.intake.readers import read

    def run(**fields: str) -> dict[str, Any]:
        (report,) = read(["-"], stdin=io.BytesIO(json.dumps(fields).encode()))
        assert isinstance(report, Report), report
        (record,) = pipeline.run([report])
        made: dict[str, Any] = record_dict(record)
        return made

    return run
