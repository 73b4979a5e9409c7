"""Ways to answer a question: keys alone, a mouse, a finger. Each does the same steps (support/typed.py)."""

from typing import Any

from support.typed import Steps

LISTEN = """
window.told = [];
document.addEventListener("lactern:answer", (event) => window.told.push(structuredClone(event.detail)));
"""


class Hand:
    """What all hands share. `el` is the question they are at."""

    def __init__(self, page: Any, question: str, quiz: str = "types") -> None:
        self.page = page
        self.el = page.locator(f'[data-quiz="{quiz}"] .q[data-question="{question}"]').first

    def do(self, steps: Steps) -> None:
        """Take the steps, one by one."""
        for kind, *rest in steps:
            getattr(self, kind)(*rest)

    def row(self, part: str, value: str) -> None:
        """Choose in one row of a table."""
        self.choose(value, f'[data-part="{part}"] ')

    def choose(self, value: str, within: str = "") -> None:
        """Choose one."""
        raise NotImplementedError

    def press(self, label: str) -> None:
        """Press a button of the question."""
        raise NotImplementedError

    def points(self) -> list[float]:
        """What each check so far has brought."""
        return [one["result"]["points"] for one in self.page.evaluate("told") if one["event"] == "check"]

    def last_response(self) -> Any:
        """What the page was told last."""
        return self.page.evaluate("told.at(-1).response")

    def order_now(self) -> list[str]:
        """The items as they stand."""
        return [text.strip() for text in self.el.locator(".q-sequence .q-text").all_inner_texts()]

    def _field(self, part: str) -> str:
        return f'[data-part="{part}"] input, [data-question="{part}"] input' if part else "input, textarea"


class Keys(Hand):
    """The keyboard alone: Tab, Shift+Tab, arrows, Space, Enter, letters."""

    def reach(self, selector: str) -> None:
        """Move focus to something within the question by Tab, forwards and, where that does not lead there, back."""
        wanted = self.el.locator(selector).first
        at = "(el) => el === document.activeElement"
        for key in ["Tab"] * 24 + ["Shift+Tab"] * 48:
            if wanted.evaluate(at):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"no way to {selector} by Tab")

    def choose(self, value: str, within: str = "") -> None:
        inputs = f"{within}input"
        name = self.el.locator(f'{inputs}[value="{value}"]').first.get_attribute("name")
        # One radio of a group is in the Tab order: the chosen one, or the first or last by the way one comes.
        group = self.el.locator(f'input[name="{name}"]')
        active = f'document.activeElement.name === "{name}"'
        for key in ["Tab"] * 24 + ["Shift+Tab"] * 48:
            if self.page.evaluate(active):
                break
            self.page.keyboard.press(key)
        for _ in range(group.count() + 1):
            if self.page.evaluate("document.activeElement.value") == value:
                break
            self.page.keyboard.press("ArrowDown")
        if not self.page.evaluate("document.activeElement.checked"):
            self.page.keyboard.press("Space")
        assert self.page.evaluate("[document.activeElement.value, document.activeElement.checked]") == [value, True]

    def tick(self, value: str) -> None:
        """Tick a box."""
        self.reach(f'input[value="{value}"]')
        self.page.keyboard.press("Space")

    def spot(self, value: str) -> None:
        """A place on the picture: by the list of their names. The picture shows where focus is."""
        self.choose(value)
        assert self.el.locator(f'[data-spot="{value}"]').get_attribute("class") == "q-spot has-focus is-chosen"

    def write(self, part: str, text: str) -> None:
        """Type into a field."""
        self.reach(self._field(part))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def menu(self, part: str, text: str) -> None:
        """Choose from a menu."""
        self.reach(f'[data-part="{part}"] select')
        shown = "document.activeElement.selectedOptions[0].label"
        self.page.keyboard.press("Home")
        for _ in range(self.page.evaluate("document.activeElement.options.length")):
            if text in self.page.evaluate(shown):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{text} is not in the menu")

    pair = menu

    def order(self, *items: str) -> None:
        """Put in order by the buttons beside each item. Focus stays on the button."""
        for place, item in enumerate(items):
            row = self.el.locator(".q-sequence > .q-row").filter(has_text=item)
            part = row.get_attribute("data-part")
            up = f'[data-part="{part}"] .q-move-up'
            while not self.order_now()[place].startswith(item):
                self.reach(up)
                self.page.keyboard.press("Enter")
        self.page.evaluate("document.activeElement.blur()")
        self.reach("select")

    def press(self, label: str) -> None:
        for key in ["Tab"] * 24 + ["Shift+Tab"] * 60:
            if self.page.evaluate("document.activeElement.textContent").startswith(label):
                break
            self.page.keyboard.press(key)
        self.page.keyboard.press("Enter")


class Mouse(Hand):
    """A mouse: presses on words as well as on boxes, and drags where there is something to drag."""

    def touch(self, what: Any) -> None:
        """One press."""
        what.click()

    def choose(self, value: str, within: str = "") -> None:
        self.touch(self.el.locator(f'{within}.q-choice:has(input[value="{value}"])').first)

    def tick(self, value: str) -> None:
        """Tick a box."""
        self.choose(value)

    def spot(self, value: str) -> None:
        """A place on the picture itself."""
        self.touch(self.el.locator(f'[data-spot="{value}"] .q-pin'))
        assert self.el.locator(f'input[value="{value}"]').is_checked()

    def write(self, part: str, text: str) -> None:
        """Type into a field."""
        field = self.el.locator(self._field(part)).first
        self.touch(field)
        field.fill(text)

    def menu(self, part: str, text: str) -> None:
        """Choose from a menu."""
        select = self.el.locator(f'[data-part="{part}"] select')
        labels = select.locator("option").all_inner_texts()
        select.select_option(label=next(label for label in labels if text in label))

    def pair(self, part: str, text: str) -> None:
        """Drag a choice to its row."""
        grip = self.el.locator(".q-bank > li").filter(has_text=text).locator(".q-grip")
        self.drag(grip, self.el.locator(f'.q-row[data-part="{part}"]'))

    def order(self, *items: str) -> None:
        """Drag each item to its place."""
        for place, item in enumerate(items):
            rows = self.el.locator(".q-sequence > .q-row")
            if not self.order_now()[place].startswith(item):
                self.drag(rows.filter(has_text=item).locator(".q-grip"), rows.nth(place))
        assert [now[: len(item)] for now, item in zip(self.order_now(), items, strict=True)] == list(items)

    def press(self, label: str) -> None:
        self.touch(self.el.get_by_role("button", name=label, exact=True).first)

    def drag(self, grip: Any, to: Any, *, drop: bool = True) -> None:
        """Take a thing by its grip and carry it onto another."""
        grip.element_handle().wait_for_element_state("stable")
        boxes = [grip.bounding_box(), to.bounding_box()]
        middle = sum(box["y"] + box["height"] / 2 for box in boxes) / 2
        self.page.evaluate("y => window.scrollBy({top: y - innerHeight / 2, behavior: 'instant'})", middle)
        grip.element_handle().wait_for_element_state("stable")
        start, end = grip.bounding_box(), to.bounding_box()
        self.down(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
        self.move(end["x"] + end["width"] / 3, end["y"] + end["height"] / 2)
        if drop:
            self.up()

    def down(self, x: float, y: float) -> None:
        """The button goes down."""
        self.page.mouse.move(x, y)
        self.page.mouse.down()

    def move(self, x: float, y: float) -> None:
        """The hand moves."""
        self.page.mouse.move(x, y, steps=6)

    def up(self) -> None:
        """The button is let go."""
        self.page.mouse.up()


class Finger(Mouse):
    """A finger on glass: taps, and drags by touch events that the browser makes into pointer events."""

    def touch(self, what: Any) -> None:
        what.tap()

    def down(self, x: float, y: float) -> None:
        self.at = (x, y)
        self.client = self.page.context.new_cdp_session(self.page)
        self._send("touchStart", x, y)

    def move(self, x: float, y: float) -> None:
        (x0, y0), steps = self.at, 6
        for n in range(1, steps + 1):
            self._send("touchMove", x0 + (x - x0) * n / steps, y0 + (y - y0) * n / steps)
        # A finger stops before it is lifted. One that does not is a swipe, and the browser ignores the next tap.
        self.page.wait_for_timeout(120)
        self._send("touchMove", x, y)

    def up(self) -> None:
        self._send("touchEnd")

    def _send(self, kind: str, *place: float) -> None:
        points = [{"x": place[0], "y": place[1]}] if place else []
        self.client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
