"""`python -m tests.bench.unchecked CONFIG SITE`: as `lanpya build`, and nothing is checked first.

Texts as they are found have slips that no page of the site may have; a search has to find
what stands in them all the same.
"""

import sys
from pathlib import Path
from unittest.mock import patch

from lanpya.findings import SiteError
from lanpya.site import assembly
from lanpya.site.build import build_site


def main() -> int:
    """Build. Exit status 1, with the reason, where it fails."""
    config, site = map(Path, sys.argv[1:])
    try:
        with patch.object(assembly, "check_reading", return_value=[]):
            build_site(config, site)
    except SiteError as error:
        sys.exit(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
