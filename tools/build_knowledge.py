"""Compile knowledge/ into src/dateline/_data/.

Each builder reads files a person edits and writes one file the program reads.  Run by `make knowledge`.

    build_knowledge.py [NAME ...]     all builders, or only those named
"""

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src" / "dateline" / "_data"
#: Builder modules in tools/builders, each with ``build(knowledge: Path, out: Path) -> str``.
BUILDERS = (
    "about",
    "parser",
    "model",
    "intake",
    "lexicon",
    "cues",
    "ledger",
    "questions",
    "dates",
    "countries",
    "actors",
    "case",
    "places",
    "outline",
    "rarity",
)


def main(names: list[str]) -> int:
    """Run the builders named, or all."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name in names or BUILDERS:
        builder = importlib.import_module(f"builders.{name}")
        print(f"{name}: {builder.build(ROOT / 'knowledge', OUT)}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    sys.exit(main(sys.argv[1:]))
