#!/usr/bin/env python3
"""What a request costs: Jarvis, nginx and a FastAPI application (peer.py, two uvicorn workers), turn by turn in the same run.

- GET /health with wrk, 64 connections, several rounds of each in turn: requests per second, and CPU time per request of all the server's
  processes (from /proc), medians. nginx answers with Jarvis's own bytes and writes an access log.
- POST /chat "quelle heure est-il", signed in, 500 times a second on a fixed schedule; latency counts from the scheduled time. The load
  generator's own share is shown by the same load on nginx.

JARVIS_URL (http://127.0.0.1:PORT) with JARVIS_TOKEN and JARVIS_PID measures a server that is already running.
"""
import argparse
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from support import ROOT, Jarvis, Report, family, free_ports, wait_for_health  # noqa: E402
from load import fixed_rate, quantile  # noqa: E402

CPU_RATIO = 1.3
SPEED_RATIO = 5
P99_MS = 20
CHAT = {"message": "quelle heure est-il ?"}
SECRET = "only for this benchmark, on loopback"


def cpu_seconds(pids):
    """User and system time of the processes so far (proc(5), fields 14 and 15)."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def wrk(port, pid, seconds):
    """(requests per second, microseconds of CPU per request) of GET /health."""
    pids = family(pid)
    before = cpu_seconds(pids)
    command = ["wrk", "-t1", "-c64", f"-d{seconds}s", f"http://127.0.0.1:{port}/health"]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used = cpu_seconds(pids) - before
    count, took = re.search(r"(\d+) requests in ([\d.]+)s", output).groups()
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"wrk saw errors:\n{output}")
    return int(count) / float(took), used / int(count) * 1e6


def start_nginx(folder, port, answer):
    """nginx with one worker per core that answers everything with `answer` = (content type, body)."""
    quoted = answer[1].replace("\\", "\\\\").replace("'", "\\'").replace("$", "${dollar}")
    (folder / "nginx.conf").write_text(f"""
        daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes auto;
        events {{ worker_connections 1024; }}
        http {{
            access_log {folder}/access.log; server_tokens off; keepalive_requests 100000000;
            client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
            uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
            geo $dollar {{ default "$"; }}
            server {{
                listen 127.0.0.1:{port} reuseport;
                location / {{
                    default_type '{answer[0]}'; add_header Cache-Control no-store; add_header X-Request-Id $request_id;
                    return 200 '{quoted}';
                }}
            }}
        }}""")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    return subprocess.Popen([nginx, "-c", folder / "nginx.conf", "-e", folder / "error.log"], stdin=subprocess.DEVNULL)


def start_peer(folder, port):
    environment = os.environ | {"PEER_DB": str(folder / "peer.sqlite"), "PEER_SECRET": SECRET}
    command = [sys.executable, "-m", "uvicorn", "peer:app", "--app-dir", Path(__file__).parent, "--workers", "2", "--port", str(port), "--no-access-log", "--log-level", "error"]
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)


def health(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/health")
    response = connection.getresponse()
    return response.getheader("Content-Type"), response.read().decode()


def chat_request(token):
    body = json.dumps(CHAT).encode()
    return (f"POST /chat HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=ROOT / ".build/release/jarvis")
    options.add_argument("--rounds", type=int, default=5, help="rounds of wrk for each server")
    options.add_argument("--seconds", type=int, default=4, help="length of a round")
    options.add_argument("--rate", type=int, default=500, help="chat requests per second")
    options.add_argument("--chat-seconds", type=int, default=15)
    options.add_argument("--no-chat", action="store_true", help="GET /health only")
    options.add_argument("--json", action="store_true", help="print the results as JSON too; they are always kept in Benchmarks/results")
    chosen = options.parse_args()

    report = Report("http")
    with tempfile.TemporaryDirectory(prefix="jarvis-bench-http-") as name:
        folder = Path(name)
        started, jarvis = [], None
        try:
            if url := os.environ.get("JARVIS_URL"):
                port, pid, token = urlsplit(url).port, int(os.environ["JARVIS_PID"]), os.environ.get("JARVIS_TOKEN", "")
            else:
                jarvis = Jarvis(chosen.binary)
                jarvis.start()
                port, pid, token = jarvis.port, jarvis.process.pid, ""
                if not chosen.no_chat:
                    jarvis.create_owner()
                    token = jarvis.sign_in()
            nginx_port, peer_port = free_ports(2)
            started = [start_nginx(folder, nginx_port, health(port)), start_peer(folder, peer_port)]
            for process, its_port in zip(started, (nginx_port, peer_port)):
                wait_for_health(its_port, process)
            measure(report, chosen, {"jarvis": (port, pid), "nginx": (nginx_port, started[0].pid), "fastapi": (peer_port, started[1].pid)}, token)
        finally:
            for process in started:
                process.terminate()
                process.wait()
            if jarvis:
                jarvis.close()
    result = report.finish()
    if chosen.json:
        print(json.dumps(report.rows, indent=2))
    return result


def measure(report, chosen, servers, token):
    speed = {name: [] for name in servers}
    cost = {name: [] for name in servers}
    for port, pid in servers.values():
        wrk(port, pid, 1)
    for _ in range(chosen.rounds):
        for name, (port, pid) in servers.items():
            per_second, microseconds = wrk(port, pid, chosen.seconds)
            speed[name].append(per_second)
            cost[name].append(microseconds)
    speed = {name: statistics.median(values) for name, values in speed.items()}
    cost = {name: statistics.median(values) for name, values in cost.items()}
    report.add("GET /health, CPU per request; nginx", cost["jarvis"], "µs", CPU_RATIO * cost["nginx"], cost["nginx"])
    report.add("GET /health, CPU per request; FastAPI", cost["jarvis"], "µs", None, cost["fastapi"])
    report.add("GET /health, time per request; FastAPI", 1e6 / speed["jarvis"], "µs", 1e6 / speed["fastapi"] / SPEED_RATIO, 1e6 / speed["fastapi"])
    report.add("GET /health, requests per second; FastAPI", speed["jarvis"], "1/s", None, speed["fastapi"])
    report.add("GET /health, requests per second; nginx", speed["jarvis"], "1/s", None, speed["nginx"])
    if chosen.no_chat:
        return

    import jwt  # of the peer's set-up
    tokens = {"jarvis": token, "fastapi": jwt.encode({"sub": "owner"}, SECRET, "HS256"), "nginx": "none"}
    results = {}
    for name, (port, _) in servers.items():
        fixed_rate(port, chat_request(tokens[name]), chosen.rate, 2)
        results[name] = fixed_rate(port, chat_request(tokens[name]), chosen.rate, chosen.chat_seconds)
    milliseconds = {name: {share: quantile(latencies, share) * 1000 for share in (0.5, 0.99)} for name, (latencies, _) in results.items()}
    what = f"POST /chat at {chosen.rate}/s"
    report.add(f"{what}, p99; FastAPI", milliseconds["jarvis"][0.99], "ms", P99_MS, milliseconds["fastapi"][0.99])
    report.add(f"{what}, median; FastAPI", milliseconds["jarvis"][0.5], "ms", None, milliseconds["fastapi"][0.5])
    print(f"load generator: p99 {milliseconds['nginx'][0.99]:.2f} ms and median {milliseconds['nginx'][0.5]:.2f} ms when nginx answers at once; "
          f"{quantile(results['jarvis'][1], 0.99) * 1000:.2f} ms late at the 99th percentile (included above)")


if __name__ == "__main__":
    sys.exit(main())
