"""Plays a case on the house: brings it to its start, says the words, and watches what comes of it."""
import time

import shape
from house import BY_ID, PARTS
from judge import WRONG, Seen, Verdict, judge, reached

RESET_WITHIN = 25.0     # seconds: a slow cover all the way, twice
QUIET = 0.25            # seconds without a change before a look is final
QUIET_AFTER_NO = 0.15   # the same when the reply says that nothing is done
STILL = 2.6             # seconds without a change before a state that is missing is given up: slow covers move once a second
LONGEST = 25.0


class Stage:
    def __init__(self, home):
        self.home = home
        self.now = {entity: shape.observe(state) for entity, state in home.states().items() if not is_part(entity)}
        self.read = len(home.changes)

    def update(self):
        """Takes in what happened since the last look; the new observations as (entity, observation, time)."""
        news = []
        with self.home.told:
            fresh, self.read = self.home.changes[self.read:], len(self.home.changes)
        for change in fresh:
            if is_part(change.entity) or change.entity not in BY_ID and is_noisy(change.entity):
                continue
            observation = shape.observe(change.new)
            if observation != self.now.get(change.entity):
                self.now[change.entity] = observation
                news.append((change.entity, observation, change.at))
        return news

    def reset(self, start):
        """Brings every entity to where the case starts."""
        deadline = time.monotonic() + RESET_WITHIN
        while True:
            self.update()
            off = {entity: wanted for entity, wanted in start.items() if not shape.meets(self.now[entity], wanted)}
            if not off:
                break
            if time.monotonic() > deadline:
                raise SystemExit(f"the house cannot be brought to {off}; it is {({entity: self.now[entity] for entity in off})}")
            for entity, wanted in off.items():
                if self.now[entity].get("state") not in ("opening", "closing", "locking", "unlocking"):
                    for service, data in shape.services(entity, wanted):
                        self.home.call(service, entity, **data)
            self.update()
            seen = len(self.home.changes)
            if not all(shape.meets(self.now[entity], start[entity]) for entity in off):
                self.home.wait_for_change(lambda: len(self.home.changes) > seen, 1.2)
        self.home.be_quiet(self.is_noise, 0.05, 2.0)
        self.update()

    def is_noise(self, change):
        return is_part(change.entity) or change.entity not in BY_ID or shape.observe(change.new) == shape.observe(change.old or change.new)

    def play(self, case, side):
        """(verdict, reply, what was seen)"""
        side.prepare(case)
        self.reset(case.start)
        seen = Seen(start=dict(self.now), middle=dict(self.now), changes=[], reply=None)
        for text in case.say[:-1]:
            side.say(text)
            self.home.be_quiet(self.is_noise, QUIET, 3.0)
            seen.changes += self.update()
        seen.middle, before = dict(self.now), len(seen.changes)
        seen.reply = side.say(case.say[-1])
        seen.changes += self.update()
        if case.may_ask and seen.reply.is_question and all(change[0] in case.to for change in seen.changes[before:]):
            seen.asked_first = True
            seen.reply = side.say("oui" if side.language == "fr" else "yes")
        if case.after:
            seen.not_before = seen.reply.asked_at + case.after - 0.5
            self.wait(case, seen, case.after + 2.0)
        elif case.then:
            self.home.be_quiet(self.is_noise, QUIET, 1.0)
            seen.changes += self.update()
            early = [change for change in seen.changes if change[0] in case.to]
            if early:
                return Verdict(WRONG, f"{early[0][0]} changed before it was to"), seen.reply, seen
            for entity, wanted in case.then.items():
                for service, data in shape.services(entity, wanted):
                    self.home.call(service, entity, **data)
            self.wait(case, seen, 2.0)
        else:
            is_no = seen.reply.failed or (seen.reply.is_question and len(seen.changes) == before) or not case.to
            self.wait(case, seen, QUIET_AFTER_NO if is_no else STILL)
        seen.lists = side.lists(case.lists)
        seen.timers = side.timers() if case.timers is not None else []
        return judge(case, seen), seen.reply, seen

    def wait(self, case, seen, still):
        """Until everything that should change has, or nothing has for `still` seconds; and then for something that should not."""
        deadline = time.monotonic() + LONGEST + case.after
        last = time.monotonic()
        while time.monotonic() < deadline:
            news = self.update()
            seen.changes += news
            if news:
                last = time.monotonic()
                still = max(still, STILL)
            if case.to and all(reached(entity, wanted, self.now, seen) for entity, wanted in case.to.items()):
                break
            left = last + still - time.monotonic()
            if left <= 0:
                break
            count = self.read
            self.home.wait_for_change(lambda: len(self.home.changes) > count, left)
        self.home.be_quiet(self.is_noise, QUIET if case.to else QUIET_AFTER_NO, 3.0)
        seen.changes += self.update()


def is_part(entity):
    return entity.startswith(PARTS)


def is_noisy(entity):
    """What changes by itself: sensors, the sun, calendars, logs of devices."""
    return entity.partition(".")[0] in ("sensor", "binary_sensor", "sun", "calendar", "image_processing", "camera", "zone", "person", "device_tracker",
                                        "geo_location", "weather", "update", "event", "conversation", "stt", "tts", "todo", "persistent_notification")
