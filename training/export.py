"""Write the trained encoder for onnxruntime, in int8.

Run as: python training/export.py --model OUT --data training/sentences --out OUT2.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from corpus import (
    CLOSE,
    CLS,
    MAX_LENGTH,
    OPEN,
    PAD,
    ROLES,
    SEP,
    STATUSES,
    TYPES,
    Encoded,
    encode,
    fingerprint,
    load,
    plain_tokenizer,
)
from model import EventEncoder, base_folder, from_trained
from scoring import Array, Runner, figures, pad, predict, table
from train import runner_of

MOST_BYTES = 25_000_000
MOST_LOSS = 0.01  # of macro-F1, int8 against fp32
OPSET = 17
OUTPUTS = ["type_logits", "status_logits", "role_logits"]


def write_fp32(model: EventEncoder, path: Path) -> None:
    """Trace the model into an ONNX file with free batch size and length."""
    ids = torch.tensor(
        [[CLS, 2003, OPEN, 2040, CLOSE, 2019, SEP], [CLS, OPEN, 2040, CLOSE, SEP, PAD, PAD]]
    )
    rows = {0: "batch", 1: "length"}
    axes = {"input_ids": rows, "attention_mask": rows, "role_logits": rows}
    axes |= {"type_logits": {0: "batch"}, "status_logits": {0: "batch"}}
    torch.onnx.export(
        model,
        (ids, (ids != PAD).long()),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def write_int8(source: Path, path: Path) -> None:
    """Quantise matrix products and embeddings; one scale per output channel keeps the loss small."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(path),
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )


def session_of(path: Path, threads: int = 1) -> onnxruntime.InferenceSession:
    """Open an ONNX file on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def onnx_runner(session: onnxruntime.InferenceSession) -> Runner:
    """Wrap a session for predict."""

    def run(ids: Array, mask: Array) -> tuple[Array, Array, Array]:
        return tuple(session.run(OUTPUTS, {"input_ids": ids, "attention_mask": mask}))

    return run


def softmax(logits: Array, temperature: float) -> Array:
    """Turn logits into probabilities."""
    scaled = logits.astype(np.float64) / temperature
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def calibrate(logits: Array, true: Array) -> dict[str, object]:
    """Fit one temperature by the likelihood of the true labels, and check it by confidence bin."""
    grid = np.arange(0.3, 3.0, 0.01)
    rows = np.arange(len(true))
    costs = [-np.log(softmax(logits, t)[rows, true] + 1e-12).mean() for t in grid]
    temperature = round(float(grid[int(np.argmin(costs))]), 2)
    chances = softmax(logits, temperature)
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == true
    bins, error = [], 0.0
    edges = [0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0]
    for low, high in pairwise(edges):
        here = (sure > low) & (sure <= high)
        if not here.any():
            continue
        mean, share = float(sure[here].mean()), float(right[here].mean())
        error += abs(mean - share) * float(here.mean())
        bins.append(
            {
                "from": low,
                "to": high,
                "count": int(here.sum()),
                "confidence": round(mean, 3),
                "accuracy": round(share, 3),
            }
        )
    return {
        "temperature": temperature,
        "log_loss": round(float(min(costs)), 4),
        "expected_calibration_error": round(error, 4),
        "reliability": bins,
    }


def speed(
    session: onnxruntime.InferenceSession, items: list[Encoded], words: Array
) -> dict[str, float]:
    """Count sentences a second of processor time, in batches of 16 of about 12 and 25 words."""
    rates = {}
    for wanted in (12, 25):
        near = np.argsort(np.abs(words - wanted), kind="stable")[:96]
        groups = [pad([items[i] for i in near[at : at + 16]])[:2] for at in range(0, 96, 16)]
        run = onnx_runner(session)
        run(*groups[0])
        begun = time.process_time()  # not the clock: other work on the machine must not count
        for _ in range(3):
            for ids, mask in groups:
                run(ids, mask)
        rates[f"{wanted}_words"] = round(3 * 16 * len(groups) / (time.process_time() - begun), 1)
    return rates


def write_tokenizer(path: Path) -> None:
    """Write the tokenizer without fixed padding and truncation, which would break the markers."""
    plain_tokenizer(base_folder() / "tokenizer.json").save(str(path))


def sha256(path: Path) -> str:
    """Digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Export, quantise, check and describe a trained model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="what train.py wrote")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    record = json.loads((options.model / "train.json").read_text(encoding="utf-8"))
    if record["data_sha256"] != fingerprint(options.data):
        message = "the sentences are not those that the model was trained on"
        raise SystemExit(message)
    model = from_trained(record["layers"], options.model).eval()
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = plain_tokenizer(base_folder() / "tokenizer.json")
    sentences = load(options.data, "held")
    items = [encode(sentence, tokenizer) for sentence in sentences]
    encoder = options.out / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        write_fp32(model, Path(folder) / "fp32.onnx")
        write_int8(Path(folder) / "fp32.onnx", encoder)
    write_tokenizer(options.out / "tokenizer.json")
    fp32 = figures(items, predict(runner_of(model), items))
    session = session_of(encoder)
    found = predict(onnx_runner(session), items)
    int8 = figures(items, found)
    words = np.array([len(sentence.text.split()) for sentence in sentences])
    description = {
        "types": TYPES,
        "statuses": STATUSES,
        "roles": ROLES,
        "tokens": {
            "pad": PAD,
            "cls": CLS,
            "sep": SEP,
            "predicate_open": OPEN,
            "predicate_close": CLOSE,
        },
        "max_length": MAX_LENGTH,
        "inputs": ["input_ids", "attention_mask"],
        "outputs": OUTPUTS,
        "layers": record["layers"],
        "seed": record["seed"],
        "training": {key: value for key, value in record.items() if key != "held"},
        "data_sha256": record["data_sha256"],
        "base": {"name": "all-MiniLM-L6-v2", "sha256": sha256(base_folder() / "model.safetensors")},
        "encoder_sha256": sha256(encoder),
        "encoder_bytes": encoder.stat().st_size,
        "held": {"int8": int8, "fp32": fp32},
        "calibration": calibrate(found.types, np.array([item.type for item in items])),
        "sentences_per_cpu_second": speed(session, items, words),
    }
    text = json.dumps(description, indent=1) + "\n"
    (options.out / "encoder.json").write_text(text, encoding="utf-8")
    print(table(int8))
    print(f"macro-F1 {int8['macro_f1']} in int8, {fp32['macro_f1']} in fp32")
    print(json.dumps(description["calibration"], indent=1))
    print(f"{encoder.stat().st_size} bytes, {description['sentences_per_cpu_second']} sentences/s")
    if encoder.stat().st_size > MOST_BYTES or fp32["macro_f1"] - int8["macro_f1"] > MOST_LOSS:
        message = "too large, or too much lost by quantisation: not to be shipped"
        raise SystemExit(message)


if __name__ == "__main__":
    main()
