"use strict";
(function () {
  const store = {
    get(area, name) { try { return area().getItem("ipytest-coverage-" + name) ?? ""; } catch { return ""; } },
    set(area, name, value) { try { area().setItem("ipytest-coverage-" + name, value); } catch { /* a page from disk may have no storage */ } },
  };
  const local = () => localStorage;
  const session = () => sessionStorage;
  // What is shown of the index is kept in its address, so that a link leads to it: #text=calc&hide=covered&sort=-cover&theme=dark
  const state = new URLSearchParams(/^#L\d+$/.test(location.hash) ? "" : location.hash.slice(1));

  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => state.get("theme") || store.get(local, "theme");
  const isDark = () => chosen() ? chosen() === "dark" : dark.matches;
  function paint() {
    if (chosen()) document.documentElement.dataset.theme = isDark() ? "dark" : "light";
    theme.textContent = isDark() ? "Light" : "Dark";
  }
  theme.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    store.set(local, "theme", next);
    if (state.has("theme")) keep("theme", next);
    paint();
  });
  dark.addEventListener("change", paint);
  theme.hidden = false;
  paint();

  function keep(name, value) {
    if (value) state.set(name, value); else state.delete(name);
    try { history.replaceState(null, "", "#" + state); } catch { /* a page in a frame may have no address of its own */ }
  }

  function onKeys(actions) {
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });
  }

  function beginIndex(table) {
    const none = document.getElementById("none");
    const filter = document.getElementById("filter");
    const uncovered = document.getElementById("uncovered");
    const heads = [...table.querySelectorAll("th[data-sort]")];
    const precision = Number(table.dataset.precision);
    const collator = new Intl.Collator("en", { numeric: true });
    const rows = [...table.tBodies[0].rows].map((row, index) => {
      const numbers = { cover: Number(row.querySelector("td.cover").dataset.value), lost: Number(row.dataset.missingOutcomes) };
      for (const cell of row.querySelectorAll("[data-column]")) numbers[cell.dataset.column] = Number(cell.dataset.value);
      return { row, index, name: row.querySelector("a").textContent, isFull: row.classList.contains("full"), numbers };
    });

    function sort() {
      const key = state.get("sort") ?? "";
      const column = key.replace(/^-/, "");
      const sign = key.startsWith("-") ? -1 : 1;
      const order = column === "name" ? (a, b) => collator.compare(a.name, b.name)
        : heads.some(head => head.dataset.sort === column) ? (a, b) => a.numbers[column] - b.numbers[column] : null;
      const sorted = [...rows].sort((a, b) => (order ? sign * order(a, b) : 0) || a.index - b.index);
      table.tBodies[0].append(...sorted.map(one => one.row));
      for (const head of heads) {
        if (order && head.dataset.sort === column) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      }
    }

    // It is rounded, but never to 0 or to 100.
    function percentText(percent) {
      const step = 10 ** -precision;
      const shown = percent > 0 && percent < step ? step : percent < 100 && percent > 100 - step ? 100 - step : percent;
      return shown.toFixed(precision) + "%";
    }

    function total(shown) {
      const sum = name => shown.reduce((all, one) => all + (one.numbers[name] ?? 0), 0);
      for (const cell of table.tFoot.querySelectorAll("[data-column]")) cell.textContent = sum(cell.dataset.column).toLocaleString("en");
      const all = sum("lines") + sum("branches");
      const percent = all ? 100 * (all - sum("missing") - sum("lost")) / all : 100;
      table.tFoot.querySelector(".percent").textContent = percentText(percent);
      table.tFoot.querySelector(".meter").firstElementChild.style.width = percent + "%";
      table.tFoot.querySelector("th").textContent = shown.length === rows.length ? "Total" : "Total of what is shown";
    }

    function show() {
      const words = (state.get("text") ?? "").toLowerCase().split(/\s+/).filter(word => word);
      const hides = state.get("hide") === "covered";
      const shown = rows.filter(one => !(hides && one.isFull) && words.every(word => one.name.toLowerCase().includes(word)));
      for (const one of rows) one.row.hidden = true;
      for (const one of shown) one.row.hidden = false;
      uncovered.setAttribute("aria-pressed", String(hides));
      none.hidden = shown.length > 0;
      document.getElementById("shown").textContent = shown.length === rows.length ? `${rows.length.toLocaleString("en")} shown` : `${shown.length.toLocaleString("en")} of ${rows.length.toLocaleString("en")} shown`;
      total(shown);
      store.set(session, "index", String(state));
    }

    // First what a person looks for: names from the front, numbers from the greatest, coverage from the least.
    function nextSort(column) {
      const isUp = column === "name" || column === "cover";
      const [first, second] = isUp ? [column, "-" + column] : ["-" + column, column];
      const now = state.get("sort");
      return now === first ? second : now === second ? "" : first;
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => { keep("sort", nextSort(head.dataset.sort)); sort(); show(); });
      head.replaceChildren(button);
    }
    filter.addEventListener("input", () => { keep("text", filter.value.trim()); show(); });
    uncovered.addEventListener("click", () => { keep("hide", state.get("hide") ? "" : "covered"); show(); });
    onKeys({ "/": () => filter.focus() });
    filter.value = state.get("text") ?? "";
    document.querySelector(".tools").hidden = false;
    sort();
    show();
  }

  function beginSource(source) {
    const lines = [...source.querySelectorAll(".line")];
    const isMissed = line => line.classList.contains("missing") || line.classList.contains("partial");
    // Missed lines with nothing but lines that cannot run between them are one place.
    const places = [];
    let last = null;
    for (const line of lines) {
      if (line.classList.contains("still")) continue;
      if (isMissed(line) && last && isMissed(last) && line.className === last.className) places.at(-1).push(line);
      else if (isMissed(line)) places.push([line]);
      last = line;
    }
    const place = document.getElementById("place");
    let at = -1;

    function go(step) {
      if (places.length === 0) return;
      for (const line of places[at] ?? []) line.classList.remove("at");
      at = at < 0 ? (step > 0 ? 0 : places.length - 1) : (at + step + places.length) % places.length;
      for (const line of places[at]) line.classList.add("at");
      places[at][0].scrollIntoView({ block: places[at].length > 20 ? "start" : "nearest" });
      tell();
    }

    function tell() {
      place.textContent = places.length === 0 ? "nothing missed" : at < 0 ? `${places.length} missed` : `${at + 1} of ${places.length} missed`;
    }

    const chips = [...document.querySelectorAll(".chip[data-state]")];
    const hidden = new Set(store.get(local, "hidden").split(" ").filter(word => word));
    function mark() {
      for (const chip of chips) {
        chip.setAttribute("aria-pressed", String(!hidden.has(chip.dataset.state)));
        source.classList.toggle("hide-" + chip.dataset.state, hidden.has(chip.dataset.state));
      }
    }
    function toggle(name) {
      if (!hidden.delete(name)) hidden.add(name);
      store.set(local, "hidden", [...hidden].join(" "));
      mark();
    }
    for (const chip of chips) chip.addEventListener("click", () => toggle(chip.dataset.state));

    source.addEventListener("click", event => {
      const button = event.target.closest(".by");
      if (!button) return;
      const line = button.closest(".line");
      const isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) { line.querySelector("ul").remove(); return; }
      const list = document.createElement("ul");
      const names = document.querySelectorAll("#contexts .context");
      for (const number of button.dataset.contexts.split(" ")) {
        const item = document.createElement("li");
        item.append(...[...names[number].childNodes].map(node => node.cloneNode(true)));
        list.append(item);
      }
      line.append(list);
    });

    document.getElementById("forth").addEventListener("click", () => go(1));
    document.getElementById("back").addEventListener("click", () => go(-1));
    const follow = selector => () => document.querySelector(selector)?.click();
    const index = document.getElementById("to-index");
    const before = store.get(session, "index");
    if (before) index.href += "#" + before;
    onKeys({
      j: () => go(1), k: () => go(-1), u: follow("#to-index"), "[": follow("a[rel=prev]"), "]": follow("a[rel=next]"),
      r: () => toggle("run"), m: () => toggle("missing"), p: () => toggle("partial"), x: () => toggle("excluded"),
    });
    document.querySelector(".tools").hidden = false;
    mark();
    tell();
  }

  const table = document.getElementById("files");
  const source = document.querySelector("main.source");
  if (table) beginIndex(table);
  if (source) beginSource(source);
})();
