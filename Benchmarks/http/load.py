"""Load at a fixed rate: each request has its time, and its latency counts from then, whether or not the server was ready for it.

So a server that stalls is charged for every request that should have been sent meanwhile ("coordinated omission" is what hides them).
"""
import asyncio
import time


async def _read_answer(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head[9:12])
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            await reader.readexactly(int(value))
            return status
    raise ValueError("an answer without Content-Length")


async def _run(port, request, rate, seconds, connections):
    latencies, late, failures = [], [], []
    queue = asyncio.Queue()

    async def client():
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (due := await queue.get()) is not None:
            late.append(time.perf_counter() - due)
            writer.write(request)
            status = await _read_answer(reader)
            latencies.append(time.perf_counter() - due)
            if status != 200:
                failures.append(status)
        writer.close()

    clients = [asyncio.create_task(client()) for _ in range(connections)]
    await asyncio.sleep(0.2)
    start = time.perf_counter()
    for index in range(int(rate * seconds)):
        due = start + index / rate
        # Sleeping is coarse; the last bit is waited for by giving others the turn.
        if (pause := due - time.perf_counter()) > 0.002:
            await asyncio.sleep(pause - 0.001)
        while time.perf_counter() < due:
            await asyncio.sleep(0)
        queue.put_nowait(due)
    for _ in clients:
        queue.put_nowait(None)
    await asyncio.wait_for(asyncio.gather(*clients), timeout=30)
    return latencies, late, failures


def quantile(values, share):
    """The value that `share` of the values do not exceed."""
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def fixed_rate(port, request, rate, seconds, connections=32):
    """Sends `request` (bytes) `rate` times a second. Returns seconds: latencies from the due time, and how late each was sent.
    `SystemExit` when an answer is not 200."""
    latencies, late, failures = asyncio.run(_run(port, request, rate, seconds, connections))
    if failures:
        raise SystemExit(f"{len(failures)} of {len(latencies)} requests were not answered with 200 but with {sorted(set(failures))}")
    return latencies, late
