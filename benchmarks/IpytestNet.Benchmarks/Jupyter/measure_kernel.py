"""Measures a Jupyter kernel through jupyter_client: measure_kernel.py NAME LANGUAGE prints JSON."""
import json
import os
import sys
import time

from jupyter_client import KernelManager

LINES = 100_000
CODE = {
    "csharp": {"line": "for (var i = 0; i < %d; i++) Console.WriteLine(i);" % LINES, "cell": "var cell{0} = {0}; int Next{0}(int n) => n + {0};"},
    "python": {"line": "for i in range(%d): print(i)" % LINES, "cell": "cell{0} = {0}\ndef next{0}(n): return n + {0}"},
}


def start(name):
    begin = time.perf_counter()
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=120)
    run(client, "1 + 1")
    return manager, client, (time.perf_counter() - begin) * 1000


def run(client, code):
    """Runs a cell up to its idle status."""
    id = client.execute(code)
    while client.get_shell_msg(timeout=120)["parent_header"].get("msg_id") != id:
        pass
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["parent_header"].get("msg_id") == id and message["content"].get("execution_state") == "idle":
            return


def timed(client, code):
    begin = time.perf_counter()
    run(client, code)
    return (time.perf_counter() - begin) * 1000


def memory(manager):
    process = manager.provisioner.process.pid
    with open(f"/proc/{process}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def main(name, language):
    code = CODE[language]
    starts = []
    for _ in range(5):
        manager, client, milliseconds = start(name)
        starts.append(milliseconds)
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    manager, client, _ = start(name)
    for _ in range(50):
        run(client, "1 + 1")
    trips = [timed(client, "1 + 1") for _ in range(200)]
    lines = [timed(client, code["line"]) for _ in range(3)]
    for number in range(500):
        run(client, code["cell"].format(number))
    used = memory(manager)
    client.stop_channels()
    manager.shutdown_kernel()
    print(json.dumps({"starts": starts, "trips": trips, "lines": lines, "memory": used}))


main(*sys.argv[1:])
