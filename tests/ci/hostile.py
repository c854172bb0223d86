"""A pull request that tries everything outside docs/, and one that tries docs/ as well."""

import shutil
from pathlib import Path

CANARY = "canary-of-the-pull-request"
PAGE = "docs/en/articles/two-million-displaced.md"

CODE = """import pathlib
pathlib.Path({marker!r}).touch()
"""
CONFIGURATION = """site_name: {canary}
hooks: [hooks.py]
plugins:
  - hostile
extra:
  stolen: !ENV [SECRET_TOKEN, "nothing"]
"""
SHELL = """#!/bin/sh
touch {marker}
"""
TEMPLATE = """{{{{ config.extra.stolen }}}}<script>alert("{canary}")</script>
{{% block main %}}{{% endblock %}}
"""
CODE_FILES = (
    "hooks.py",
    "sitecustomize.py",
    "usercustomize.py",
    "conftest.py",
    "lanpya.py",
    "yaml.py",
    "setup.py",
    "scripts/lanpya/__init__.py",
    "scripts/lanpya/cli/main.py",
    "scripts/lanpya/site/plugin.py",
    "scripts/lanpya/content/configuration.py",
)
SHELL_FILES = (
    ".ci/contribution",
    ".ci/run",
    ".venv/bin/python",
    "bin/python",
    ".git-hooks/post-checkout",
)
TEMPLATE_FILES = ("overrides/base.html", "overrides/main.html", "overrides/article.html")
IN_DOCS = ("docs/hooks.py", "docs/en/sitecustomize.py", "docs/assets/javascripts/page.js")


def write_hostile_contribution(root: Path, docs: Path, marker: Path, *, in_docs: bool) -> None:
    """Everything that could run, each leaving `marker`; docs/ sound but for a new sentence."""
    shutil.copytree(docs, root / "docs")
    page = root / PAGE
    page.write_text(page.read_text(encoding="utf-8") + "\nA new sentence.\n", encoding="utf-8")
    code, shell = CODE.format(marker=str(marker)), SHELL.format(marker=marker)
    files = dict.fromkeys(CODE_FILES, code) | dict.fromkeys(SHELL_FILES, shell)
    files |= dict.fromkeys(TEMPLATE_FILES, TEMPLATE.format(canary=CANARY))
    files["mkdocs.yml"] = CONFIGURATION.format(canary=CANARY)
    files["pyproject.toml"] = '[build-system]\nrequires = []\nbackend-path = ["."]\n'
    files["Makefile"] = f"%:\n\ttouch {marker}\n"
    files["overrides/assets/javascripts/page.js"] = f"// {CANARY}\n"
    if in_docs:
        files |= dict.fromkeys(IN_DOCS, code)
        files["docs/mkdocs.yml"] = files["mkdocs.yml"]
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
