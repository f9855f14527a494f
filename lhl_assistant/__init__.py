"""A local guidance assistant for municipal planners who work with *Leve hele livet* and *Bo trygt hjemme*."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""A question is too small a product to be shared: numpy's threads only wait for each other. Set before numpy loads."""

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Looking for plugins reads what every installed package says of itself; none is ours."""
