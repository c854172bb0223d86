"""The site, built aside and swapped in at once.

Whatever goes wrong before the swap, the site that stood there stands there still.
"""

from pathlib import Path

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from lanpya.findings import SiteError
from lanpya.folders import folder_beside, open_to_readers, swap_in

UNTOUCHED = "The site was not built; the one that stood before is untouched."


def build_site(config_path: Path, site_dir: Path | None = None) -> Path:
    """Check and build every language, then put the result in place. Returns the site's folder.

    Raises SiteError if there is nothing to put in place (mkdocs' log says why), or if
    something stands there that is no site.
    """
    try:
        config = load_config(str(config_path))
    except ConfigurationError as error:
        raise SiteError(f"{config_path}: {error}") from None
    # mkdocs keeps plugins from one configuration to the next: this one is no preview.
    config.plugins.on_startup(command="build", dirty=False)
    target = Path(site_dir or config.site_dir).resolve()
    _refuse_to_replace(target)
    try:
        _put_in_place(config, target)
    except Abort:
        raise SiteError(UNTOUCHED) from None
    except OSError as error:
        raise SiteError(f"{error}. {UNTOUCHED}") from None
    return target


def _put_in_place(config: MkDocsConfig, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with folder_beside(target) as aside:
        config.site_dir = str(aside)
        build_with_mkdocs(config)
        open_to_readers(aside)
        swap_in(aside, target)


def _refuse_to_replace(target: Path) -> None:
    """All that is in a folder goes when a site takes its place, so it has to be an older site."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / "sitemap.xml").is_file() or (target / ".git").exists():
        raise SiteError(
            f"{target} holds more than a site, which would be lost: name another folder."
        )
