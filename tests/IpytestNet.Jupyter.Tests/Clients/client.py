"""Drives Jupyter's own client library for the specs: a JSON command a line in, a JSON answer a line out."""
import json
import os
import queue
import signal
import socket
import sys
import time

import zmq
from jupyter_client import BlockingKernelClient, KernelManager

# What runs in the background of a shell ignores this signal, and so would the kernels that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


def plain(message):
    """A message without what JSON cannot hold."""
    return json.loads(json.dumps({
        "type": message["header"]["msg_type"],
        "header": message["header"],
        "parent": message["parent_header"],
        "metadata": message["metadata"],
        "content": message["content"],
    }, default=str))


def is_free(port):
    with socket.socket() as trial:
        try:
            trial.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False


def own_ports():
    """Ports that nobody else takes before the kernel does, and the lock that keeps other clients away from them.

    They are below those that systems give out and free now; the lock is a name that is free again when this process ends.
    """
    for i in range(2_000):
        first = 20_000 + (os.getpid() + i) % 2_000 * 5
        lock = socket.socket(socket.AF_UNIX)
        try:
            lock.bind(f"\0ipytest-ports-{first}")
        except OSError:
            lock.close()
            continue
        if all(is_free(port) for port in range(first, first + 5)):
            return {f"{name}_port": first + n for n, name in enumerate(["shell", "iopub", "stdin", "hb", "control"])}, lock
        lock.close()
    raise RuntimeError("there are no five free ports from 20000 to 29999")


class Driver:
    def __init__(self):
        self.manager = None
        self.lock = None
        self.clients = {}
        self.unread = {}

    def start(self, kernel, cwd=None, env=None, transport="tcp", timeout=120):
        ports, self.lock = own_ports()
        self.manager = KernelManager(kernel_name=kernel, transport=transport, cache_ports=False, **ports)
        if transport == "ipc":
            self.manager.ip = os.path.join(cwd, "kernel")
        environment = dict(os.environ, **(env or {}))
        self.manager.start_kernel(cwd=cwd, env=environment)
        self.connect("main", timeout)
        return {"pid": self.pid()}

    def connect(self, client, timeout=60):
        channel = BlockingKernelClient(connection_file=self.manager.connection_file)
        channel.load_connection_file()
        channel.start_channels()
        channel.wait_for_ready(timeout=timeout)
        self.clients[client] = channel
        self.unread[client] = []

    def pid(self):
        provisioner = getattr(self.manager, "provisioner", None)
        return provisioner.process.pid if provisioner and provisioner.process else None

    def send(self, client, channel, type, content):
        target = self.clients[client]
        message = target.session.msg(type, content)
        getattr(target, channel + "_channel").send(message)
        return message["header"]["msg_id"]

    def collect(self, client, channel, id, timeout, reply=True):
        """Waits for the reply of a request and for the idle status behind it."""
        target = self.clients[client]
        answer, published, idle = None, [], False
        deadline = time.monotonic() + timeout
        waiting, self.unread[client] = self.unread[client], []
        while (reply and answer is None) or not idle:
            if time.monotonic() > deadline:
                return {"timeout": True, "reply": answer, "published": published}
            message = waiting.pop(0) if waiting else self.next_published(target, 0.02)
            if message is not None:
                if message["parent_header"].get("msg_id") == id:
                    published.append(plain(message))
                    idle = idle or message["content"].get("execution_state") == "idle"
                else:
                    self.unread[client].append(message)
            if reply and answer is None:
                answer = self.next_reply(target, channel, id)
        return {"reply": answer, "published": published}

    def next_published(self, target, timeout):
        try:
            return target.get_iopub_msg(timeout=timeout)
        except queue.Empty:
            return None

    def next_reply(self, target, channel, id):
        try:
            message = getattr(target, f"get_{channel}_msg")(timeout=0.001)
            return plain(message) if message["parent_header"].get("msg_id") == id else None
        except queue.Empty:
            return None

    def published(self, client, seconds):
        """What comes on iopub within a time, whoever asked for it."""
        target = self.clients[client]
        messages = [plain(message) for message in self.unread[client]]
        self.unread[client] = []
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            message = self.next_published(target, 0.05)
            if message is not None:
                messages.append(plain(message))
        return messages

    def question(self, client, timeout):
        return plain(self.clients[client].get_stdin_msg(timeout=timeout))

    def answer(self, client, value):
        self.clients[client].input(value)

    def replies(self, client, channel, count, timeout):
        """The next replies in the order in which they come."""
        read = getattr(self.clients[client], f"get_{channel}_msg")
        return [plain(read(timeout=timeout)) for _ in range(count)]

    def interrupt(self):
        self.manager.interrupt_kernel()

    def restart(self, timeout=60):
        self.manager.restart_kernel()
        for client in self.clients.values():
            client.wait_for_ready(timeout=timeout)
        return {"pid": self.pid()}

    def shutdown(self):
        started = time.monotonic()
        self.manager.shutdown_kernel()
        return {"seconds": time.monotonic() - started}

    def alive(self):
        return self.manager.is_alive()

    def forge(self, code, seconds):
        """Sends a cell whose signature is wrong, and one that is right, twice; gives the types of what comes back."""
        session = self.clients["main"].session
        address = json.load(open(self.manager.connection_file))
        shell = zmq.Context.instance().socket(zmq.DEALER)
        control = zmq.Context.instance().socket(zmq.DEALER)
        shell.connect(f"tcp://{address['ip']}:{address['shell_port']}")
        control.connect(f"tcp://{address['ip']}:{address['control_port']}")
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        right = session.serialize(session.msg("execute_request", content))
        wrong = session.serialize(session.msg("execute_request", content))
        wrong[1] = b"0" * 64
        end = session.serialize(session.msg("shutdown_request", {"restart": False}))
        end[1] = wrong[1]
        control.send_multipart(end)
        for message in [wrong, [b"<IDS|MSG>"], [b"<IDS|MSG>", b""], [b"no delimiter"], wrong[:3], right, right]:
            shell.send_multipart(message)
        answers = []
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for socket in (shell, control):
                if socket.poll(50):
                    answers.append(json.loads(socket.recv_multipart()[2])["msg_type"])
        shell.close()
        control.close()
        return answers


driver = Driver()
for line in sys.stdin:
    command = json.loads(line)
    operation = command.pop("do")
    try:
        answer = {"value": getattr(driver, operation)(**command)}
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
if driver.manager is not None and driver.manager.has_kernel:
    driver.manager.shutdown_kernel(now=True)
