"""Opens a notebook in Jupyter Notebook in headless Chromium, runs all its cells, and tells what a person sees.

run_in_browser.py NOTEBOOK PICTURE: writes a picture of the whole page, and facts as JSON to standard output.
"""
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

SECONDS = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(what, condition):
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            result = condition()
        except Exception:
            result = None
        if result:
            return result
        time.sleep(0.2)
    raise TimeoutError(f"waited {SECONDS} s for {what}")


def start_server(folder, port):
    server = subprocess.Popen(
        ["/usr/bin/python3", "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
         "--NotebookApp.token=", "--NotebookApp.password=", f"--notebook-dir={folder}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait("the server", lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/api").status == 200)
    return server


def start_browser(profile):
    options = Options()
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}", "--window-size=1400,900"):
        options.add_argument(flag)
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


def run_all(browser):
    wait("the kernel", lambda: browser.execute_script(
        "return Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook.kernel.info_reply.status === 'ok'"))
    browser.execute_script("Jupyter.notebook.clear_all_output(); Jupyter.notebook.execute_all_cells();")
    wait("the cells", lambda: browser.execute_script(
        "return Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && c.get_text().trim())"
        ".every(c => /^\\d+$/.test(String(c.input_prompt_number)))"))
    wait("idle", lambda: browser.execute_script("return document.getElementById('kernel_indicator_icon').classList.contains('kernel_idle_icon')"))


def facts(browser):
    return browser.execute_script("""
        const colour = name => [...document.querySelectorAll('.output .' + name)].map(span => getComputedStyle(span).color)[0] || null;
        return {
            kernel: document.querySelector('.kernel_indicator_name').innerText.trim(),
            mode: Jupyter.notebook.get_cells().find(c => c.cell_type === 'code').code_mirror.getOption('mode'),
            numbers: Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code').map(c => c.input_prompt_number),
            text: [...document.querySelectorAll('.output_area')].map(area => area.innerText).join('\\n'),
            green: colour('ansi-green-fg'),
            red: colour('ansi-red-fg'),
            tables: document.querySelectorAll('.output_html').length,
        };""")


def picture(browser, path):
    height = browser.execute_script("return document.getElementById('notebook-container').scrollHeight + 260")
    browser.set_window_size(1400, min(int(height), 12000))
    time.sleep(0.5)
    browser.save_screenshot(path)


def main(notebook, path):
    folder, name = os.path.split(os.path.abspath(notebook))
    port = free_port()
    server = start_server(folder, port)
    try:
        with tempfile.TemporaryDirectory() as profile:
            browser = start_browser(profile)
            try:
                browser.get(f"http://127.0.0.1:{port}/notebooks/{name}")
                run_all(browser)
                picture(browser, path)
                print(json.dumps(facts(browser)))
            finally:
                browser.quit()
    finally:
        server.terminate()
        server.wait(20)


main(*sys.argv[1:])
