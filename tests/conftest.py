"""How hypothesis tries its examples."""

from __future__ import annotations

import os

from hypothesis import settings

# How long an example takes depends on the machine; on a server every run tries the same examples, so none fails by chance.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")
