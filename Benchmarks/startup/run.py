#!/usr/bin/env python3
"""How fast Jarvis is there, and how little memory it takes while nobody talks to it.

- from exec to the first 200 on GET /health, the median of several starts: on an empty data folder, and on one that is in use;
- memory of Jarvis and its speech worker together, 10 s after the start and after one spoken turn: resident (RSS, which counts
  shared pages once per process) and proportional (PSS, which shares them out). RSS, the larger, is held to the requirement.

The peer is the FastAPI application of Benchmarks/http, when it is there: it does the same for /health and has no speech.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from support import ROOT, Jarvis, Report, family, free_ports, wait_for_health  # noqa: E402

START_LIMIT_MS = 300
MEMORY_LIMIT_MB = 120
PEER = ROOT / "Benchmarks/http/peer.py"


def memory(pid):
    """(RSS, PSS) in megabytes (10^6 bytes) of the process and its descendants, and their names."""
    rss = pss = 0
    names = []
    for member in family(pid):
        try:
            rollup = Path(f"/proc/{member}/smaps_rollup").read_text()
            names.append(Path(f"/proc/{member}/comm").read_text().strip())
        except OSError:
            continue
        for line in rollup.splitlines():
            key, _, value = line.partition(":")
            rss += int(value.split()[0]) * 1024 if key == "Rss" else 0
            pss += int(value.split()[0]) * 1024 if key == "Pss" else 0
    return rss / 1e6, pss / 1e6, names


def starts(count, make):
    """Milliseconds of `count` starts; `make` gives the Jarvis for each."""
    times = []
    for _ in range(count):
        jarvis, owned = make()
        try:
            times.append(jarvis.start() * 1000)
            jarvis.stop()
        finally:
            jarvis.close() if owned else jarvis.kill()
    return times


def measure_peer(count, idle):
    """(median milliseconds, RSS, PSS) of the FastAPI application, or `None` when it is not there."""
    if not PEER.exists():
        return None
    times, rss, pss = [], None, None
    for index in range(count):
        [port] = free_ports(1)
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "peer:app", "--app-dir", str(PEER.parent), "--port", str(port), "--log-level", "error"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""})
        try:
            wait_for_health(port, process)
            times.append((time.perf_counter() - began) * 1000)
            if index == 0:
                time.sleep(idle)
                rss, pss, _ = memory(process.pid)
        except (RuntimeError, TimeoutError) as error:
            print(f"the peer could not be measured: {error}", file=sys.stderr)
            return None
        finally:
            process.terminate()
            process.wait()
    return statistics.median(times), rss, pss


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    options.add_argument("--starts", type=int, default=20, help="starts per figure")
    options.add_argument("--idle", type=float, default=10, help="seconds to wait before memory is read")
    chosen = options.parse_args()

    report = Report("startup")
    peer = measure_peer(max(1, chosen.starts // 4), chosen.idle)

    empty = starts(chosen.starts, lambda: (Jarvis(chosen.binary), True))
    lived_in = Jarvis(chosen.binary)
    try:
        lived_in.start()
        lived_in.create_owner()
        token = lived_in.sign_in()
        for _ in range(5):
            lived_in.call("POST", "/chat", {"message": "quelle heure est-il ?"}, token)
        lived_in.stop()
        existing = starts(chosen.starts, lambda: (lived_in, False))
        peer_ms = peer[0] if peer else None
        report.add("first 200, empty data folder, median", statistics.median(empty), "ms", START_LIMIT_MS, peer_ms)
        report.add("first 200, empty data folder, slowest", max(empty), "ms")
        report.add("first 200, data folder in use, median", statistics.median(existing), "ms", START_LIMIT_MS, peer_ms)
        report.add("first 200, data folder in use, slowest", max(existing), "ms")

        lived_in.start()
        time.sleep(chosen.idle)
        rss, pss, names = memory(lived_in.process.pid)
        print("processes:", ", ".join(names))
        report.add("idle memory, resident", rss, "MB", MEMORY_LIMIT_MB, peer[1] if peer else None)
        report.add("idle memory, proportional", pss, "MB", None, peer[2] if peer else None)

        status, answer = lived_in.call("POST", "/chat", {"message": "quelle heure est-il ?", "speak": True}, token)
        if status != 200 or not answer.get("audio"):
            raise SystemExit(f"a spoken turn answered {status} {'without audio' if status == 200 else answer}")
        rss, pss, _ = memory(lived_in.process.pid)
        report.add("memory after a spoken turn, resident", rss, "MB", MEMORY_LIMIT_MB)
        report.add("memory after a spoken turn, proportional", pss, "MB")
        lived_in.stop()
    finally:
        lived_in.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
