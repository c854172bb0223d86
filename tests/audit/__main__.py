"""`make audit`: Lighthouse on a phone, and the Nu HTML checker, over the built site.

Both come from the npm registry and need Node and Java, which is why this is no part of
`make test`. Prints a row a page; exit status 1 where a score is below FLOOR or Nu finds an error.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.chromium import find_chromium
from tests.browser.server import serve_site

FLOOR = 98
TOOLS = ("node", "npm", "java")
PACKAGES = ("lighthouse@12", "vnu-jar")
PREFIX = Path(".cache/audit")
CHROME_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-background-networking "
    "--disable-component-update --disable-sync --no-first-run"
)


def main() -> int:
    """Install what is missing, build, look, print."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    browser = find_chromium()
    if missing or browser is None:
        print(f"make audit needs {', '.join(missing) or 'Chromium'}: install it first")
        return 1
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(PREFIX)]
    subprocess.run([*install, *PACKAGES], check=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        with serve_site(site) as server:
            build(site, server.url)
            bad = [page for page in sample(site) if not audit(server.url, page, browser)]
        errors = check_html(site)
    return 1 if bad or errors else 0


def build(site: Path, url: str) -> None:
    """Build for the address that it is served at: a canonical elsewhere costs points, rightly."""
    command = [sys.executable, "-m", "lanpya.cli.main", "build", "--site", str(site)]
    subprocess.run(command, check=True, env={**os.environ, "SITE_URL": url}, stdout=sys.stderr)


def sample(site: Path) -> list[str]:
    """The home page and the longest article of every language."""
    homes = [site / "index.html", *sorted(site.glob("??/index.html"))]
    pages = []
    for home in homes:
        articles = (home.parent / "articles").glob("*.html")
        pages += [home, max(articles, key=lambda path: (path.stat().st_size, path.name))]
    return [page.relative_to(site).as_posix() for page in pages]


def audit(url: str, page: str, browser: Path) -> bool:
    """Print a page's scores. Returns whether all of them reach FLOOR."""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [
            *("node", str(PREFIX / "node_modules/lighthouse/cli/index.js"), url + page),
            *("--quiet", "--form-factor=mobile", f"--chrome-flags={CHROME_FLAGS}"),
            *("--output=json", f"--output-path={report.name}"),
        ]
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(browser)})
        categories: dict[str, Any] = json.loads(Path(report.name).read_bytes())["categories"]
    scores = {name: round(100 * found["score"]) for name, found in categories.items()}
    print(f"{page:48}", *(f"{name} {score}" for name, score in scores.items()), sep="  ")
    return all(score >= FLOOR for score in scores.values())


def check_html(site: Path) -> bool:
    """Print what the Nu HTML checker has against the site. Returns whether that is anything."""
    jar = PREFIX / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(jar), "--errors-only", "--skip-non-html", str(site)]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    found = said.stderr.replace(f"file:{site}/", "").splitlines()
    print("Nu HTML checker:", len(found), "errors", *found, sep="\n  " if found else " ")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
