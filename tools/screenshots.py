"""Takes the pictures of pages in the documentation.

    python tools/screenshots.py            # writes docs/images/page*.webp; needs chromium

The pictures are of the seed article and of a made-up archive.  Two machines with other fonts take other pictures, so no test
compares them; take them anew when the page looks different.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import timeline
from timeline import Timeline

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --virtual-time-budget=2000"
).split()
DARK = "--blink-settings=preferredColorScheme=0"


def seed() -> str:
    """The page of the seed article."""
    text = (ROOT / "seeds" / "wang-yi-visits-moscow.txt").read_text(encoding="utf-8")
    tl = timeline.extract(text, anchor="2023-09-18")
    return timeline.to_html(tl, text, title="Wang Yi visits Moscow")


def archive() -> str:
    """The page of three thousand entries of a hundred notes, three days apart."""
    deeds = ("The council met", "The harbour closed", "The bridge opened", "The board rejected the plan", "The strike began")
    notes = []
    for number in range(100):
        day = datetime.date(2021, 1, 4) + datetime.timedelta(days=3 * number)
        # what is told lies the more days back the later in the note it stands
        days = (day - datetime.timedelta(days=1 + place * (2 + number % 5)) for place in range(30))
        told = (f"{deeds[(number + back.day) % 5]} on {back.day} {MONTHS[back.month - 1]} {back.year}." for back in days)
        text = " ".join(told)
        notes.append(timeline.extract(text, anchor=day, source=f"note {number}"))
    return timeline.to_html(Timeline.merge(notes), title="The harbour archive")


MONTHS = "January February March April May June July August September October November December".split()


def shoot(page: str, name: str, width: int, height: int, *more: str) -> None:
    """A picture of a page in a window of so many pixels."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("chromium is not installed; on Debian .ci/prepare installs it")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_text(page, encoding="utf-8")
        flags = [*FLAGS, *more, f"--user-data-dir={folder}/profile", f"--window-size={width},{height}"]
        target = IMAGES / f"{name}.webp"
        subprocess.run([browser, *flags, f"--screenshot={target}", path.as_uri()], check=True, stderr=subprocess.DEVNULL)
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} kB")


def main() -> None:
    """Takes all pictures."""
    IMAGES.mkdir(exist_ok=True)
    shoot(seed(), "page", 1200, 800)
    shoot(seed().replace("<details>", "<details open>", 2), "page-dark", 1200, 800, DARK)
    shoot(archive(), "page-archive", 1200, 560)


if __name__ == "__main__":
    main()
