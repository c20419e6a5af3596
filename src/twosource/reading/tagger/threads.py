"""One thread for small matrices: NumPy's library spends most of two on waiting for one another."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


@cache
def _pools() -> Any:  # noqa: ANN401 - the library ships no types
    """The thread pools of this process; looking for them takes milliseconds, once."""
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """Within it linear algebra runs on the calling thread; after it as before."""
    limit: AbstractContextManager[Any] = _pools().limit(limits=1, user_api="blas")
    return limit
