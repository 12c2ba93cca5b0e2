"""The script that finds a Python for `make setup`."""

import shutil
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "tools" / "find_python.sh"


def find(folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run it with no commands on the path but those it needs itself."""
    for name in ("cat", "id", "sh"):
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return subprocess.run(
        ["/bin/sh", SCRIPT], capture_output=True, text=True, check=False,
        env={"PATH": str(folder), "HOME": str(folder), "PYENV_ROOT": str(folder), **environment},
    )  # fmt: skip


def old_python(path: Path) -> Path:
    """A program that, like an older Python, does not pass the script's check."""
    path.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_one_named_is_taken(tmp_path: Path) -> None:
    done = find(tmp_path, PYTHON=sys.executable)
    assert done.returncode == 0
    assert Path(done.stdout.strip()).samefile(sys.executable)


def test_a_pyenv_version_is_found_behind_an_older_python(tmp_path: Path) -> None:
    old_python(tmp_path / "python3.12")
    folder = tmp_path / "versions" / "3.12.9" / "bin"
    folder.mkdir(parents=True)
    (folder / "python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (folder / "python3").chmod(0o755)
    done = find(tmp_path)
    assert done.returncode == 0
    assert Path(done.stdout.strip()).samefile(sys.executable)


def test_none_at_all_says_what_to_install(tmp_path: Path) -> None:
    old_python(tmp_path / "python3")
    done = find(tmp_path)
    if done.returncode == 0:  # one in /usr/local or the like, which no path hides
        assert Path(done.stdout.strip()).exists()
    else:
        assert not done.stdout
        assert "needs Python 3.12 or newer" in done.stderr
        assert "make PYTHON=" in done.stderr
