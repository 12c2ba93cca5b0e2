"""Figures of whole sentences as the parser reads them: nobody's figure becomes another's."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.model

Code = Callable[..., dict[str, Any]]

ROWS = [
    ("Nine people were killed and 34 wounded, according to the prosecutor.", {"killed": [9, 9], "injured": [34, 34]}),
    ("Five of their fighters were killed and six wounded, their spokesman said.", {"killed": [5, 5], "injured": [6, 6]}),
    ("The blast left nine dead and 34 injured.", {"killed": [9, 9], "injured": [34, 34]}),
    ("Police arrested tens of thousands of people during protests.", {"arrested": [20000, None]}),
    ("Soldiers detained hundreds of thousands of people.", {"arrested": [200000, None]}),
    ("Soldiers detained thousands of people.", {"arrested": [2000, None]}),
    ("The army seized 14 rifles, four grenades and more than 60 telephones.", {}),
    ("Thousands of drivers blocked the road to the port.", {"crowd": [2000, None]}),
    ("Police detained 14 protesters near the square.", {"arrested": [14, 14]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), ROWS)
def test_figures(code: Code, text: str, figures: dict[str, list[int | None]]) -> None:
    event = code(text)["events"][0]
    assert event["magnitude"] == figures
