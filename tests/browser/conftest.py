"""A page has arrived once its reader would see it.

`load` comes before that: a module's page stays hidden until its letters are unpacked (builder/web/src/early.js), the
longer the busier the machine is. What is hidden takes no key and counts as not visible.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

SHOWN = "html:not(.is-unpacking)"
WAYS = ("goto", "reload", "wait_for_url", "wait_for_load_state", "go_back", "go_forward")


def until_shown(way: Callable[..., Any]) -> Callable[..., Any]:
    """A way to come to a page that is done once the page is shown."""

    def come(page: Any, *arguments: Any, **options: Any) -> Any:
        answer = way(page, *arguments, **options)
        page.wait_for_selector(SHOWN, state="attached")
        return answer

    return come


@pytest.fixture(scope="package", autouse=True)
def arriving() -> Iterator[None]:
    """Every journey of this folder waits as a reader does."""
    from playwright.sync_api import Page

    with pytest.MonkeyPatch.context() as patch:
        for name in WAYS:
            patch.setattr(Page, name, until_shown(getattr(Page, name)))
        yield
