"""``python -m httpcodes_explained`` is the command ``httpcodes``."""

import sys

from .cli import main

sys.exit(main())
