"""From a request to the confirmed state, for light commands, and how much of that is Jarvis's own.

Home Assistant's own time is measured on a bare WebSocket connection, in turn with Jarvis's commands: from `call_service` to the `state_changed`
event. Jarvis's share is what its commands take beyond that; and, from inside, what its trace shows outside the stage that waits for the house.
"""
import statistics
import time

LIGHTS = {"light.cuisine_spots": "les spots de la cuisine", "light.chambre_chevet": "la lampe de chevet", "light.bureau_led": "le ruban LED",
          "light.salon_lampadaire": "le lampadaire"}
TOTAL_P95_MS, SHARE_P95_MS = 60, 5
WAITING = ("act", "home", "confirm", "wait", "house")      # names of stages that wait for the house


def percentile(values, share):
    """The value at or above `share` of all, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * len(ordered) * 100) // 100) - 1))]


def timed(home, light, target, act):
    """Milliseconds until `act` returned, and until the house said that the light is as it should be."""
    seen = len(home.changes)

    def arrived():
        return any(change.entity == light and change.new["state"] == target for change in home.changes[seen:])

    began = time.perf_counter()
    act()
    returned = time.perf_counter()
    if not home.wait_for_change(arrived, 5):
        return None
    return 1000 * (returned - began), 1000 * (time.perf_counter() - began)


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
    home.call("light.turn_off", list(LIGHTS))
    totals, plain, inside, missed, stages = [], [], [], 0, {}
    for number in range(count):
        light = list(LIGHTS)[number % len(LIGHTS)]
        target = "on" if number // len(LIGHTS) % 2 == 0 else "off"
        side.conversation = None
        words = f"{'allume' if target == 'on' else 'éteins'} {LIGHTS[light]}"
        took = timed(home, light, target, lambda: side.say(words))
        if took is None:
            missed += 1
            home.call(f"light.turn_{target}", light)
            continue
        # The reply is the confirmation: it comes after the state.
        totals.append(max(took))
        trace = side.stages()
        for name, milliseconds in trace.items():
            stages.setdefault(name, []).append(milliseconds)
        if any(name in WAITING for name in trace):
            inside.append(took[0] - sum(milliseconds for name, milliseconds in trace.items() if name in WAITING))
        other = "off" if target == "on" else "on"
        plain.append(bare(home, light, other))
        plain.append(bare(home, light, target))
    if not totals:
        report.add("request to confirmed state, p95", None, "ms", at_most=TOTAL_P95_MS)
        return
    report.add("request to confirmed state, p50", percentile(totals, 0.5), "ms", peer=percentile(plain, 0.5))
    report.add("request to confirmed state, p95", percentile(totals, 0.95), "ms", at_most=TOTAL_P95_MS, peer=percentile(plain, 0.95))
    report.add("beyond the bare service call, p50", percentile(totals, 0.5) - percentile(plain, 0.5), "ms")
    report.add("beyond the bare service call, p95", percentile(totals, 0.95) - percentile(plain, 0.95), "ms", at_most=SHARE_P95_MS)
    if inside:
        report.add("Jarvis's share by its own trace, p50", percentile(inside, 0.5), "ms")
        report.add("Jarvis's share by its own trace, p95", percentile(inside, 0.95), "ms", at_most=SHARE_P95_MS)
    report.add("light commands that came to nothing", missed, "", at_most=0)
    for name, values in sorted(stages.items()):
        print(f"stage {name}: median {statistics.median(values):.2f} ms, p95 {percentile(values, 0.95):.2f} ms of {len(values)}")
