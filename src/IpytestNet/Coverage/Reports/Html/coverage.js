"use strict";
(function () {
  // What is shown is kept in the address, so that a link leads to it: #text=Shop&hide=1&sort=-cover&theme=dark
  const isLine = /^#L\d+$/.test(location.hash);
  const state = new URLSearchParams(isLine ? "" : location.hash.slice(1));
  const keep = (name, value) => {
    if (value) state.set(name, value); else state.delete(name);
    try { history.replaceState(null, "", "#" + state); } catch { /* a page in a frame may have no address of its own */ }
  };
  for (const tools of document.querySelectorAll(".tools")) tools.hidden = false;
  theme();
  if (document.getElementById("files")) files(); else source();

  function theme() {
    const button = document.getElementById("theme");
    const stored = () => { try { return localStorage.getItem("ipytest-theme"); } catch { return null; } };
    const chosen = state.get("theme") ?? stored();
    const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const tell = () => { button.textContent = isDark() ? "Light" : "Dark"; };
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
    button.hidden = false;
    button.addEventListener("click", () => {
      document.documentElement.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("ipytest-theme", document.documentElement.dataset.theme); } catch { /* pages from disk may have no store */ }
      tell();
    });
    tell();
  }

  function files() {
    const body = document.querySelector("#files tbody");
    const heads = [...document.querySelectorAll("#files th[data-sort]")];
    const filter = document.getElementById("filter");
    const hide = document.getElementById("hide");
    const collator = new Intl.Collator("en", { numeric: true });
    const rows = [...body.rows].map((row, index) => ({ row, index, name: row.cells[0].textContent, values: [...row.cells].map(cell => Number(cell.dataset.value)) }));

    function show() {
      const words = (state.get("text") ?? "").toLowerCase().split(/\s+/).filter(word => word);
      let count = 0;
      for (const entry of rows) {
        const matches = words.every(word => entry.name.toLowerCase().includes(word)) && !(state.get("hide") && entry.values.at(-1) >= 100);
        entry.row.hidden = !matches;
        if (matches) count++;
      }
      document.getElementById("none").hidden = count > 0;
      document.getElementById("shown").textContent = count === rows.length ? `${count}` : `${count} of ${rows.length}`;
    }

    function sort() {
      const key = state.get("sort") ?? "";
      const column = heads.findIndex(head => head.dataset.sort === key.replace(/^-/, ""));
      const sign = key.startsWith("-") ? -1 : 1;
      const compare = column < 0 ? () => 0 : column === 0 ? (a, b) => collator.compare(a.name, b.name) : (a, b) => a.values[column] - b.values[column];
      rows.sort((a, b) => sign * compare(a, b) || a.index - b.index);
      body.append(...rows.map(entry => entry.row));
      heads.forEach((head, index) => {
        if (index === column) head.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending"); else head.removeAttribute("aria-sort");
      });
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const key = head.dataset.sort;
        keep("sort", state.get("sort") === key ? "-" + key : key);
        sort();
      });
    }
    filter.value = state.get("text") ?? "";
    filter.addEventListener("input", () => { keep("text", filter.value.trim()); show(); });
    hide.checked = state.has("hide");
    hide.addEventListener("change", () => { keep("hide", hide.checked ? "1" : ""); show(); });
    sort();
    show();
  }

  function source() {
    const view = document.querySelector(".source");
    const chips = [...document.querySelectorAll(".chip")];
    const mark = chip => view.classList.toggle("mark-" + chip.dataset.state, chip.getAttribute("aria-pressed") === "true");
    for (const chip of chips) {
      mark(chip);
      chip.addEventListener("click", () => { chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true")); mark(chip); });
    }
    // The first line of each group that lacks something.
    const lacking = [...view.querySelectorAll("tr.missing, tr.partial")].filter(row => !(row.previousElementSibling?.className === row.className));
    let here = -1;
    function go(step) {
      if (lacking.length === 0) return;
      lacking[here]?.classList.remove("here");
      here = here < 0 && step < 0 ? lacking.length - 1 : (here + step + lacking.length) % lacking.length;
      lacking[here].classList.add("here");
      lacking[here].scrollIntoView({ block: "center" });
    }
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea")) return;
      if (event.key === "j") go(1);
      else if (event.key === "k") go(-1);
    });
  }
})();
