import gc
import os
from types import SimpleNamespace
from typing import Any

import pytest

import dateline.pipeline
from dateline.cli import base


def fake(monkeypatch: pytest.MonkeyPatch, seen: dict[str, Any], fail: bool = False) -> None:
    def load(parser: str, own: tuple[object, ...]) -> SimpleNamespace:
        seen.update(parser=parser, own=own, swept=gc.get_threshold()[0] > 0)
        seen["threads"] = os.environ.get("OPENBLAS_NUM_THREADS")
        if fail:
            msg = "lost"
            raise OSError(msg)
        return SimpleNamespace()

    monkeypatch.setattr(dateline.pipeline, "Pipeline", load)


@pytest.mark.parametrize("fail", [False, True])
def test_no_garbage_is_sought_while_loading_only(
    monkeypatch: pytest.MonkeyPatch, fail: bool
) -> None:
    seen: dict[str, Any] = {}
    fake(monkeypatch, seen, fail)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    before = gc.get_threshold()
    if fail:
        with pytest.raises(OSError, match="lost"):
            base.load_pipeline("name")
    else:
        base.load_pipeline("name")
    gc.unfreeze()
    assert seen["parser"] == "name"
    assert not seen["swept"]
    assert gc.get_threshold() == before


@pytest.mark.parametrize(("given", "kept"), [(None, "1"), ("4", "4")])
def test_one_thread_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, given: str | None, kept: str
) -> None:
    seen: dict[str, Any] = {}
    fake(monkeypatch, seen)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", given or "")
    if given is None:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    base.load_pipeline("name")
    gc.unfreeze()
    assert seen["threads"] == kept
