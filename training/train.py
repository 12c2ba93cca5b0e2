"""Train the event encoder: python training/train.py --data training/sentences --out OUT --seed 7."""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from augment import vary
from corpus import IGNORED, TYPES, Encoded, Sentence, encode, fingerprint, load, plain_tokenizer
from model import EventEncoder, base_folder, from_base, from_trained
from scoring import NONE, Array, Runner, figures, pad, predict, table

THREADS = 2  # fixed: another number of threads sums in another order and gives other weights


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--layers", type=int, choices=(3, 6), default=6)
    parser.add_argument("--start", type=Path, help="go on from what an earlier run wrote")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2e-4, help="peak rate of the top layer")
    parser.add_argument(
        "--decay", type=float, default=0.9, help="factor of the rate per layer down"
    )
    parser.add_argument("--batch", type=int, default=32)
    return parser.parse_args()


def fix_randomness(seed: int) -> None:
    """Make the run repeatable."""
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(mode=True)
    torch.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed)


def batches(items: list[Encoded], size: int, chance: random.Random) -> list[list[Encoded]]:
    """Group sentences of like length: sorted within random pools, then the batches shuffled."""
    order = chance.sample(items, len(items))
    pool = size * 16
    groups = []
    for start in range(0, len(order), pool):
        part = sorted(order[start : start + pool], key=lambda item: len(item.ids))
        groups += [part[at : at + size] for at in range(0, len(part), size)]
    chance.shuffle(groups)
    return groups


def optimizer_for(model: EventEncoder, rate: float, decay: float) -> torch.optim.AdamW:
    """AdamW with a lower rate for lower layers, a higher one for the new heads."""
    depth = len(model.encoder.encoder.layer)
    groups = []
    for name, weight in model.named_parameters():
        if name.startswith("encoder.embeddings"):
            own = rate * decay ** (depth + 1)
        elif name.startswith("encoder.encoder.layer"):
            own = rate * decay ** (depth - int(name.split(".")[3]))
        else:
            own = rate * 5
        plain = weight.ndim < 2  # biases and norms are not to be shrunk
        groups.append({"params": [weight], "lr": own, "weight_decay": 0.0 if plain else 0.01})
    return torch.optim.AdamW(groups, fused=True)


def schedule(optimizer: torch.optim.Optimizer, steps: int) -> torch.optim.lr_scheduler.LambdaLR:
    """Warm up over a tenth of the steps, then fall in a straight line."""
    warm = max(1, steps // 10)

    def factor(step: int) -> float:
        return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))

    return torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def loss_of(outputs: tuple[Tensor, Tensor, Tensor], batch: list[Encoded], roles: Array) -> Tensor:
    """Add up the losses of the three heads."""
    types = torch.tensor([item.type for item in batch])
    statuses = torch.tensor([item.status if item.type != NONE else IGNORED for item in batch])
    loss = functional.cross_entropy(outputs[0], types, label_smoothing=0.05)
    if (statuses != IGNORED).any():
        loss = loss + 0.5 * functional.cross_entropy(outputs[1], statuses, label_smoothing=0.05)
    return loss + functional.cross_entropy(
        outputs[2].flatten(0, 1), torch.from_numpy(roles).flatten(), ignore_index=IGNORED
    )


def runner_of(model: nn.Module) -> Runner:
    """Wrap a torch model for predict."""

    def run(ids: Array, mask: Array) -> tuple[Array, Array, Array]:
        with torch.inference_mode():
            found = model(torch.from_numpy(ids), torch.from_numpy(mask))
        return tuple(part.numpy() for part in found)

    return run


def train(model: EventEncoder, sentences: list[Sentence], options: argparse.Namespace) -> None:
    """Fine-tune the model in place."""
    tokenizer = plain_tokenizer(base_folder() / "tokenizer.json")
    chance = random.Random(options.seed)
    optimizer = optimizer_for(model, options.rate, options.decay)
    steps = options.epochs * -(-len(sentences) // options.batch)
    rates = schedule(optimizer, steps)
    model.train()
    begun = time.monotonic()
    for epoch in range(1, options.epochs + 1):
        # New variations each time; the first epoch sees the sentences as they were written.
        plain = epoch == 1 and not options.start
        seen = sentences if plain else [vary(sentence, chance) for sentence in sentences]
        total = 0.0
        for batch in batches([encode(s, tokenizer) for s in seen], options.batch, chance):
            ids, mask, roles = pad(batch)
            # Half the time in bfloat16, on processors that have it; the weights stay in full.
            with torch.autocast("cpu", torch.bfloat16):
                outputs = model(torch.from_numpy(ids), torch.from_numpy(mask))
            loss = loss_of(tuple(part.float() for part in outputs), batch, roles)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rates.step()
            total += loss.item() * len(batch)
        passed = time.monotonic() - begun
        print(f"epoch {epoch}: loss {total / len(sentences):.4f}, {passed:.0f} s", flush=True)
    model.eval()


def main() -> None:
    """Train, measure on the held part, write weights and record."""
    options = arguments()
    fix_randomness(options.seed)
    sentences, held = load(options.data, "train"), load(options.data, "held")
    print(f"{len(sentences)} sentences to train on, {len(held)} held out, {len(TYPES)} types")
    start = options.start
    model = from_trained(options.layers, start) if start else from_base(options.layers)
    begun = time.monotonic()
    train(model, sentences, options)
    seconds = round(time.monotonic() - begun)
    tokenizer = plain_tokenizer(base_folder() / "tokenizer.json")
    items = [encode(sentence, tokenizer) for sentence in held]
    scores = figures(items, predict(runner_of(model), items))
    print(table(scores))
    earlier = None
    if start:
        earlier = json.loads((start / "train.json").read_text(encoding="utf-8"))
        del earlier["held"]
    options.out.mkdir(parents=True, exist_ok=True)
    save_file(model.state_dict(), options.out / "model.safetensors")
    record = {
        "started_from": earlier,
        "layers": options.layers,
        "seed": options.seed,
        "epochs": options.epochs,
        "rate": options.rate,
        "decay": options.decay,
        "batch": options.batch,
        "seconds": seconds,
        "data_sha256": fingerprint(options.data),
        "held": scores,
    }
    (options.out / "train.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
