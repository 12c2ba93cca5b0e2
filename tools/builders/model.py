"""The learned model: its files checked and put beside the compiled knowledge."""

import hashlib
import json
import shutil
from pathlib import Path

FILES = ("encoder.onnx", "encoder.json", "tokenizer.json")


def build(knowledge: Path, out: Path) -> str:
    """Copy the model's files; returns a line for the log.

    Raises:
        ValueError: the weights are not those that encoder.json describes.
    """
    folder = knowledge / "model"
    about = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    weights = (folder / "encoder.onnx").read_bytes()
    if hashlib.sha256(weights).hexdigest() != about["encoder_sha256"]:
        msg = f"{folder / 'encoder.onnx'}: not the weights that encoder.json describes"
        raise ValueError(msg)
    for name in FILES:
        shutil.copyfile(folder / name, out / name)
    held = about["held"]["int8"]
    return f"{len(weights) / 1e6:.1f} MB, macro-F1 {held['macro_f1']:.3f} on held-out sentences"
