"""The pictures of the README: the made brief of the tests, drawn by Debian's Chromium.

pictures.py            writes docs/pictures/brief.png
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "tests" / "formats")]
OUT = ROOT / "docs" / "pictures" / "brief.png"
#: CSS pixels; the height shows the head of the page with its three pictures.
WIDTH, HEIGHT, LARGEST = 1120, 1640, 300_000


def main() -> int:
    """Draw the page and keep it; exit status 1 without Chromium or when the picture is too large."""
    from helpers.browser import CHROMIUM, Browser  # noqa: PLC0415  (the path is set above)
    from made_brief import rich  # noqa: PLC0415

    from dateline.formats.brief_html import brief_html  # noqa: PLC0415

    if CHROMIUM is None:
        print("Chromium is not installed: apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "brief.html"
        page.write_text(brief_html(rich()), encoding="utf-8")
        with Browser(Path(folder) / "profile") as browser:
            browser.open(page, WIDTH, HEIGHT)
            picture = browser.picture(whole=False)
    if len(picture) > LARGEST:
        print(f"the picture has {len(picture):,} bytes, more than {LARGEST:,}", file=sys.stderr)
        return 1
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_bytes(picture)
    print(f"{OUT.relative_to(ROOT)}: {len(picture):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
