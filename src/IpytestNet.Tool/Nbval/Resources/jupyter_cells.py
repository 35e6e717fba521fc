"""Runs cells in a Jupyter kernel: a JSON command a line on standard input, a JSON answer a line on standard output."""
import json
import os
import queue
import signal
import sys
import threading
import time

# Ctrl+C in a terminal reaches this process too, but it is told what to do. The kernel does not inherit a handler.
signal.signal(signal.SIGINT, lambda *_: None)
answers = os.fdopen(os.dup(1), "w", buffering=1, encoding="utf-8")
# What else is printed here must not get between the answers.
os.dup2(2, 1)


def answer(**content):
    answers.write(json.dumps(content, default=str) + "\n")
    answers.flush()


try:
    import jupyter_client
    from jupyter_client.kernelspec import NoSuchKernel
except ImportError as error:
    answer(error="no jupyter_client", message=str(error))
    sys.exit(0)


class Session:
    manager = None
    is_interrupted = False
    is_over = False

    def start(self, kernel, notebook):
        try:
            manager = jupyter_client.KernelManager(kernel_name=kernel)
            manager.kernel_spec
        except NoSuchKernel:
            known = sorted(jupyter_client.kernelspec.KernelSpecManager().find_kernel_specs())
            return {"error": "no kernel", "known": known}
        self.manager = manager
        # As Jupyter's server tells a kernel which notebook it belongs to.
        environment = dict(os.environ, JPY_SESSION_NAME=notebook)
        manager.start_kernel(cwd=os.path.dirname(notebook), env=environment, stderr=open(os.devnull, "wb"))
        self.client = manager.client()
        self.client.start_channels()
        try:
            self.client.wait_for_ready(timeout=90)
        except RuntimeError as error:
            return {"error": "not started", "message": str(error)}
        # The first code of a session is slow in many kernels, and is not to be the user's.
        try:
            self.client.execute("0", silent=True, store_history=False, reply=True, timeout=90)
        except (TimeoutError, RuntimeError) as error:
            return {"error": "not started", "message": str(error)}
        while True:
            try:
                self.client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                return {}

    def run(self, code, timeout=None):
        request = self.client.execute(code, store_history=True, allow_stdin=False, stop_on_error=False)
        deadline = None if timeout is None else time.monotonic() + timeout
        self.outputs, self.displays, self.clears = [], [], False
        reply, is_idle, timed_out, interrupted_at = None, False, False, None
        while reply is None or not is_idle:
            if not self.manager.is_alive():
                return {"dead": True, "outputs": self.outputs}
            now = time.monotonic()
            if (self.is_interrupted or self.is_over) and interrupted_at is None:
                interrupted_at = now
                self.manager.interrupt_kernel()
            if deadline is not None and now > deadline and interrupted_at is None:
                timed_out, interrupted_at = True, now
                self.manager.interrupt_kernel()
            if interrupted_at is not None and now > interrupted_at + 15:
                return {"dead": True, "interrupted": self.is_interrupted, "timed_out": timed_out, "outputs": self.outputs}
            try:
                message = self.client.get_iopub_msg(timeout=0.05)
                if message["parent_header"].get("msg_id") == request:
                    is_idle = is_idle or message["content"].get("execution_state") == "idle"
                    self.take(message["header"]["msg_type"], message["content"])
            except queue.Empty:
                pass
            try:
                message = self.client.get_shell_msg(timeout=0)
                if message["parent_header"].get("msg_id") == request:
                    reply = message["content"]
            except queue.Empty:
                pass
        return {
            "outputs": self.outputs,
            "count": reply.get("execution_count"),
            "interrupted": self.is_interrupted,
            "timed_out": timed_out,
            # The kernel of ipytest says how the test runs of a cell ended.
            "test_runs": reply.get("ipytest", {}).get("test_runs", []),
            "error": reply if reply.get("status") == "error" else None,
        }

    def take(self, kind, content):
        if kind == "clear_output":
            self.clears = content.get("wait", False)
            if not self.clears:
                self.empty()
            return
        if kind == "update_display_data":
            wanted = content.get("transient", {}).get("display_id")
            for shown, output in zip(self.displays, self.outputs):
                if shown is not None and shown == wanted:
                    output["data"], output["metadata"] = content["data"], content["metadata"]
            return
        if kind not in ("stream", "display_data", "execute_result", "error"):
            return
        if self.clears:
            self.clears = False
            self.empty()
        if kind == "stream" and self.outputs and self.outputs[-1].get("name") == content["name"]:
            self.outputs[-1]["text"] += content["text"]
            return
        self.displays.append(content.get("transient", {}).get("display_id"))
        self.outputs.append({"output_type": kind, **{name: value for name, value in content.items() if name != "transient"}})

    def empty(self):
        self.outputs.clear()
        self.displays.clear()

    def stop(self):
        if self.manager is not None and self.manager.has_kernel:
            self.client.stop_channels()
            self.manager.shutdown_kernel(now=True)


session = Session()
commands = queue.Queue()


def read():
    for line in iter(sys.stdin.readline, ""):
        command = json.loads(line)
        if command["do"] == "interrupt":
            session.is_interrupted = True
        else:
            commands.put(command)
    session.is_over = True
    commands.put(None)


threading.Thread(target=read, daemon=True).start()
answer()
for command in iter(commands.get, None):
    operation = command.pop("do")
    try:
        answer(**(getattr(session, operation)(**command) or {}))
    except Exception as problem:
        answer(error="failed", message=f"{type(problem).__name__}: {problem}")
session.stop()
# Not by returning: the client library complains when the interpreter takes it apart.
os._exit(0)
