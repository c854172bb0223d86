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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Of the libraries that Playwright's driver needs, a small Debian lacks this one.
LIBRARY = "libatomic1"
REMEDY = f"install Chromium, for example with: sudo apt-get install chromium {LIBRARY}"
PLAYWRIGHT = (sys.executable, "-m", "playwright")
# The address bar's suggestions are a page of their own, which every new window would load,
# headless or not: two thirds of the time that a test's empty page takes.
NOT_NEEDED = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
# Chromium heeds one list of what is off, the last: so this one holds Playwright's as well.
OFF_IN_PLAYWRIGHT = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
)
# No host but this machine exists for it, and nothing of its own goes out.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join((*OFF_IN_PLAYWRIGHT, *NOT_NEEDED))}",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-first-run",
)


class NoBrowserError(Exception):
    """No Chromium works here; says what to install."""


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Chromium, which reaches this machine and nothing else. Raises NoBrowserError."""
    executable = find_chromium()
    if executable is None:
        raise NoBrowserError(f"no browser: {REMEDY}, or run make test")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


def find_chromium() -> Path | None:
    """The first Chromium that can be driven: on the PATH, else Playwright's own, else None."""
    if not runs(*PLAYWRIGHT):
        return None
    found = (shutil.which(name) for name in NAMES)
    for path in (name for name in found if name):
        if runs(path):
            return Path(path)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return Path(own) if runs(own) else None


def runs(*program: str) -> bool:
    """Whether this works at all. Ubuntu's `chromium-browser` may be a mere notice."""
    try:
        answer = subprocess.run([*program, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def install_commands() -> list[tuple[str, ...]]:
    """Every way to a Chromium that asks for no password, the likeliest first.

    Ubuntu's package is a snap, which neither runs in a container nor sees /tmp, so only
    Debian's is used; Playwright's own needs system libraries that only root can add.
    """
    own = (*PLAYWRIGHT, "install", "chromium")
    if platform.system() != "Linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return [own]
    is_debian = platform.freedesktop_os_release().get("ID") == "debian"
    packages = ("chromium", LIBRARY) if is_debian else (LIBRARY,)
    return [
        ("apt-get", "-qq", "update"),
        ("apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages),
        (*own, "--with-deps"),
    ]


def install_chromium() -> tuple[Path | None, str]:
    """Try each way until one gives a browser; also returns what the failures said."""
    said: list[str] = []
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in install_commands():
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=environment
        )
        if done.returncode:
            reason = (done.stderr.strip() or done.stdout.strip()).partition("\n")[0]
            said.append(f"{' '.join(command)}: {reason}")
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
