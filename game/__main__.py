"""`python -m game` is `ruby-sparks`."""

import sys

from game.cli import main

sys.exit(main())
