"""From a request to the confirmed state, for light commands, and how much of that is Jarvis's own.

Home Assistant's own time is measured on a bare WebSocket connection, in turn with Jarvis's commands: from `call_service` to the `state_changed`
event. Jarvis's share is told by Home Assistant's clock: from the request until the service is called there, and from the state being written there
until the reply is read. It holds Home Assistant's handling of the connection too, so it is rather too much than too little.
"""
import math
import statistics
import time

LIGHTS = {"light.cuisine_spots": "les spots de la cuisine", "light.chambre_chevet": "la lampe de chevet", "light.bureau_led": "le ruban LED",
          "light.salon_lampadaire": "le lampadaire"}
TOTAL_P95_MS, SHARE_P95_MS = 60, 5


def percentile(values, share):
    """The value at or above `share` of all, by nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def timed(home, side, light, target):
    """Milliseconds until the light was as it should be and that was said; and those of them that Jarvis took. `None` when it came to nothing."""
    seen, called = len(home.changes), len(home.calls)

    def arrived():
        return any(change.entity == light and change.new["state"] == target for change in home.changes[seen:])

    reply = side.say(f"{'allume' if target == 'on' else 'éteins'} {LIGHTS[light]}")
    if not home.wait_for_change(arrived, 5):
        return None
    written = next(change.at for change in home.changes[seen:] if change.entity == light and change.new["state"] == target)
    home.wait_for_change(lambda: len(home.calls) > called, 1)
    if len(home.calls) == called:
        return None
    reached = home.calls[called][2]
    return 1000 * (max(reply.at, written) - reply.asked_at), 1000 * (reached - reply.asked_at + max(0, reply.at - written))


def bare(home, light, target):
    """Milliseconds from `call_service` to its event, on a connection that does nothing else."""
    seen = len(home.changes)
    began = time.perf_counter()
    home.call(f"light.turn_{target}", light)
    home.wait_for_change(lambda: any(change.entity == light and change.new["state"] == target for change in home.changes[seen:]), 5)
    return 1000 * (time.perf_counter() - began)


def measure(home, side, report, count):
    if side is None:
        return
    home.hear_calls()
    home.call("light.turn_off", list(LIGHTS))
    totals, plain, shares, missed, stages = [], [], [], 0, {}
    for number in range(count):
        light = list(LIGHTS)[number % len(LIGHTS)]
        target, other = ("on", "off") if number // len(LIGHTS) % 2 == 0 else ("off", "on")
        side.conversation = None
        took = timed(home, side, light, target)
        if took is None:
            missed += 1
            home.call(f"light.turn_{target}", light)
            continue
        totals.append(took[0])
        shares.append(took[1])
        for name, milliseconds in side.stages().items():
            stages.setdefault(name, []).append(milliseconds)
        plain += [bare(home, light, other), bare(home, light, target)]
    report.add("light commands that came to nothing", missed, "", at_most=0)
    if not totals:
        return
    report.add("request to confirmed state, p50", percentile(totals, 0.5), "ms", peer=percentile(plain, 0.5))
    report.add("request to confirmed state, p95", percentile(totals, 0.95), "ms", at_most=TOTAL_P95_MS, peer=percentile(plain, 0.95))
    report.add("Jarvis's share of it, p50", percentile(shares, 0.5), "ms")
    report.add("Jarvis's share of it, p95", percentile(shares, 0.95), "ms", at_most=SHARE_P95_MS)
    for name, values in sorted(stages.items()):
        print(f"stage {name}: median {statistics.median(values):.2f} ms, p95 {percentile(values, 0.95):.2f} ms of {len(values)}")
