"""A last paragraph of another report."""

import pytest

from dateline.intake.foreign import foreign_tail

REPORT = (
    "Rebels of the Northern Front shelled the town of Karvel on Monday and killed nine "
    "villagers, the "
    "hospital said. Doctor Amin Sorel counted forty wounded, many of them children from the "
    "primary school. "
    "Mortar rounds struck the bazaar, the mosque and two bakeries near the river bridge. "
    "Soldiers answered "
    "with artillery from the ridge above the valley, and tanks rolled toward the frontier "
    "before dusk. "
    "Shopkeepers buried the dead in an orchard while drones circled overhead and snipers "
    "watched the road. "
    "The rebels deny shelling the bazaar and blame the garrison."
)
GLUED = (
    "Airlines across the continent grounded dozens of ageing turboprops after engineers "
    "discovered hairline "
    "cracks in propeller blades, stranding holiday passengers at crowded airports and wiping "
    "millions from "
    "carriers' shares before regulators approved replacement parts from a Brazilian manufacturer."
)
OWN = (
    "Ambulances carried the wounded along the mountain road to Sorel's clinic, where "
    "surgeons operated by "
    "candlelight because generators had run dry, nurses fainted from exhaustion and "
    "volunteers boiled linen "
    "for bandages while families waited in the courtyard."
)


@pytest.mark.parametrize("gap", [" ", "\n\n", "\n"])
def test_glued_paragraph_is_found(gap: str) -> None:
    at = foreign_tail(REPORT + gap + GLUED)
    assert at is not None
    assert (REPORT + gap + GLUED)[at:] == GLUED


@pytest.mark.parametrize("tail", [OWN, "Markets fell.", GLUED.replace("Airlines", "They"), ""])
def test_own_paragraph_stays(tail: str) -> None:
    assert foreign_tail(f"{REPORT}\n\n{tail}") is None


def test_short_report_is_left_alone() -> None:
    assert foreign_tail(f"Rebels shelled Karvel.\n\n{GLUED}") is None
    assert foreign_tail(GLUED) is None
