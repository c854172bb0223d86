"""The Chromium that the tests drive: where it is, and how it gets there.

`python -m tests.browser.chromium` prints its path, installing it first where that is
possible without asking. There is deliberately no way to go on without one: a test
that is skipped for want of a browser proves nothing.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
REMEDY = "install Chromium, for example with: sudo apt-get install chromium"
# No host but this machine exists for it, and nothing of its own goes out.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-first-run",
)


def find_chromium() -> Path | None:
    """The first Chromium that runs: on the PATH, else Playwright's own, else None."""
    found = (shutil.which(name) for name in NAMES)
    for path in (Path(name) for name in found if name):
        if runs(path):
            return path
    with sync_playwright() as playwright:
        bundled = Path(playwright.chromium.executable_path)
    return bundled if runs(bundled) else None


def runs(path: Path) -> bool:
    """Whether this is a working browser. Ubuntu's `chromium-browser` may be a mere notice."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def install_commands() -> list[list[str]]:
    """Every way to a Chromium that needs no password, the likeliest first.

    Ubuntu's package is a snap, which neither runs in a container nor sees /tmp, so only
    Debian's is used; Playwright's own needs system libraries that only root can add.
    """
    own = [sys.executable, "-m", "playwright", "install", "chromium"]
    if platform.system() != "Linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return [own]
    update = ["apt-get", "-qq", "update"]
    debian = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium"]
    with_libraries = [*own, "--with-deps"]
    is_debian = platform.freedesktop_os_release().get("ID") == "debian"
    return [update, debian, with_libraries] if is_debian else [with_libraries]


def install_chromium() -> tuple[Path | None, str]:
    """Try each way until one gives a browser; also returns what the failures said."""
    said: list[str] = []
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in install_commands():
        try:
            done = subprocess.run(command, capture_output=True, text=True, env=environment)
        except OSError as error:
            said.append(f"{command[0]}: {error}")
            continue
        if done.returncode:
            said.append(done.stderr.strip() or done.stdout.strip())
        elif path := find_chromium():
            return path, ""
    return None, "\n".join(said)


def main() -> int:
    """Print the path of a browser that works; exit 1 with a remedy if there can be none."""
    path, said = find_chromium(), ""
    if path is None:
        print("installing Chromium for the tests", file=sys.stderr)
        path, said = install_chromium()
    if path is None:
        print(said, f"The tests need a browser: {REMEDY}", sep="\n", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
