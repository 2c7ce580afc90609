"""Runs named checks one after the other, and says at the end how many passed."""
import pathlib
import traceback

FAILURES = pathlib.Path(__file__).resolve().parents[2] / ".jarvis" / "web" / "failures"


class Checks:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def run(self, name, body, page=None):
        """`body` raises where something is not as it should be; then a picture of `page` is kept."""
        try:
            body()
        except Exception as error:
            self.failed += 1
            lines = str(error).strip().splitlines() or [type(error).__name__]
            where = [frame for frame in traceback.extract_tb(error.__traceback__) if "site-packages" not in frame.filename][-1]
            print(f"FAILED {name}: {' / '.join(line.strip() for line in lines[:4])} ({pathlib.Path(where.filename).name}:{where.lineno})", flush=True)
            if page and not page.is_closed():
                FAILURES.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=FAILURES / f"{''.join(c if c.isalnum() else '-' for c in name)}.png")
        else:
            self.passed += 1
            print(f"ok     {name}", flush=True)

    def summary(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.failed == 0 and self.passed > 0 else 1


def expect(condition, message):
    if not condition:
        raise AssertionError(message)
