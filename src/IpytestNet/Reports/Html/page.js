"use strict";
(function () {
  const ranks = ["failed", "error", "xpassed", "xfailed", "skipped", "passed"];
  const table = document.getElementById("tests");
  const none = document.getElementById("none");
  const filter = document.getElementById("filter");
  const chips = [...document.querySelectorAll(".chip")];
  const heads = [...table.querySelectorAll("th[data-sort]")];
  const tests = [...table.querySelectorAll("tbody.test")].map((body, index) => ({
    body, index,
    outcome: body.dataset.outcome,
    time: Number(body.dataset.time),
    opener: body.querySelector(".opener"),
    details: body.querySelector(".details"),
    text: null,
  }));
  // What is shown is kept in the address, so that a link leads to it: #outcome=failed&text=add&sort=-time&theme=dark
  const state = new URLSearchParams(location.hash.slice(1));

  const textOf = test => test.text ??= test.body.textContent.toLowerCase();
  const nameOf = test => test.name ??= test.body.querySelector("td.name").textContent;
  const placeOf = test => test.place ??= test.body.querySelector("td.place").textContent;
  const collator = new Intl.Collator("en", { numeric: true });
  const orders = {
    outcome: (a, b) => ranks.indexOf(a.outcome) - ranks.indexOf(b.outcome),
    name: (a, b) => collator.compare(nameOf(a), nameOf(b)),
    place: (a, b) => collator.compare(placeOf(a), placeOf(b)),
    time: (a, b) => a.time - b.time,
  };

  function keep(name, value) {
    if (value) state.set(name, value); else state.delete(name);
    try { history.replaceState(null, "", "#" + state); } catch { /* a page in a frame may have no address of its own */ }
  }

  function open(test, isOpen) {
    if (!test.details) return;
    test.details.hidden = !isOpen;
    test.opener.setAttribute("aria-expanded", String(isOpen));
  }

  function show() {
    const outcomes = new Set((state.get("outcome") ?? "").split(",").filter(word => chips.some(chip => chip.dataset.outcome === word)));
    const words = (state.get("text") ?? "").toLowerCase().split(/\s+/).filter(word => word);
    let count = 0;
    for (const test of tests) {
      const matches = (outcomes.size === 0 || outcomes.has(test.outcome)) && words.every(word => textOf(test).includes(word));
      test.body.hidden = !matches;
      if (matches) count++;
    }
    for (const chip of chips) chip.setAttribute("aria-pressed", String(outcomes.has(chip.dataset.outcome)));
    none.hidden = count > 0;
    const all = tests.length.toLocaleString("en");
    document.getElementById("shown").textContent = count === tests.length ? `${all} ${count === 1 ? "test" : "tests"}` : `${count.toLocaleString("en")} of ${all} tests`;
  }

  function sort() {
    const key = state.get("sort") ?? "";
    const column = key.replace(/^-/, "");
    const sign = key.startsWith("-") ? -1 : 1;
    const order = orders[column];
    const sorted = [...tests].sort((a, b) => (order ? sign * order(a, b) : 0) || a.index - b.index);
    const bodies = document.createDocumentFragment();
    for (const test of sorted) bodies.append(test.body);
    table.insertBefore(bodies, none);
    for (const head of heads) {
      if (order && head.dataset.sort === column) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
  }

  // Up, down, and back to the order of the run.
  function nextSort(column) {
    const first = column === "time" ? "-" + column : column;
    const second = column === "time" ? column : "-" + column;
    const now = state.get("sort");
    return now === first ? second : now === second ? "" : first;
  }

  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => state.get("theme") ? state.get("theme") === "dark" : dark.matches;
  function paint() {
    if (state.get("theme")) document.documentElement.dataset.theme = state.get("theme") === "dark" ? "dark" : "light";
    theme.textContent = isDark() ? "Light" : "Dark";
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => { keep("sort", nextSort(head.dataset.sort)); sort(); });
    head.replaceChildren(button);
  }
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      const outcomes = new Set((state.get("outcome") ?? "").split(",").filter(word => word));
      if (!outcomes.delete(chip.dataset.outcome)) outcomes.add(chip.dataset.outcome);
      keep("outcome", [...outcomes].join(","));
      show();
    });
  }
  let waiting = 0;
  filter.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { keep("text", filter.value.trim()); show(); }, tests.length > 2000 ? 150 : 0);
  });
  table.addEventListener("click", event => {
    const body = event.target.closest("tbody.test");
    if (!body || event.target.closest(".details") || String(getSelection())) return;
    const test = tests.find(one => one.body === body);
    if (test.details) open(test, test.details.hidden);
  });
  document.getElementById("open-all").addEventListener("click", () => { for (const test of tests) if (!test.body.hidden) open(test, true); });
  document.getElementById("close-all").addEventListener("click", () => { for (const test of tests) open(test, false); });
  theme.addEventListener("click", () => { keep("theme", isDark() ? "light" : "dark"); paint(); });
  dark.addEventListener("change", paint);

  filter.value = state.get("text") ?? "";
  document.querySelector(".tools").hidden = false;
  theme.hidden = false;
  paint();
  sort();
  show();
})();
