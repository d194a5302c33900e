"use strict";
(() => {
  const page = document.querySelector(".tl-page");
  const all = (selector, within = page) => [...within.querySelectorAll(selector)];
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const numbers = (element) => (element.dataset.e || "").split(" ").filter(Boolean);

  // Every element of an entry, by its number: its bars, its words in the text, its row.
  const parts = new Map();
  for (const element of all("[data-e]")) {
    for (const number of numbers(element)) {
      if (!parts.has(number)) parts.set(number, []);
      parts.get(number).push(element);
    }
  }

  const marked = { "tl-hot": [], "tl-selected": [] };
  const mark = (name, wanted) => {
    for (const element of marked[name]) element.classList.remove(name);
    marked[name] = wanted.flatMap((number) => parts.get(number) || []);
    for (const element of marked[name]) element.classList.add(name);
  };
  const shown = (element) => element.getClientRects().length > 0;
  const scroll = (element) =>
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: still.matches ? "auto" : "smooth" });

  // -- one entry chosen everywhere ------------------------------------------------------------------------------------
  const reveal = (element) => {
    for (let around = element.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  };
  const centre = (bar) => {
    const scroller = bar.closest(".tl-scroll");
    const box = bar.getBoundingClientRect(), frame = scroller.getBoundingClientRect();
    if (box.left < frame.left || box.right > frame.right) scroller.scrollLeft += box.left - frame.left - frame.width / 3;
  };
  const forget = () => {
    for (const element of marked["tl-selected"]) element.removeAttribute("aria-current");
    mark("tl-selected", []);
  };
  const choose = (number, from) => {
    forget();
    mark("tl-selected", [number]);
    for (const element of parts.get(number) || []) {
      element.setAttribute("aria-current", "true");
      if (element.matches(".tl-list li") && element !== from) {
        const details = element.querySelector("details");
        if (details) details.open = true;
        reveal(element);
        scroll(element);
      }
      if (element.matches(".tl-level a") && shown(element)) centre(element);
    }
    const first = (parts.get(number) || []).find((element) => element.matches(".tl-text *"));
    if (first && !(from && from.closest(".tl-text, .tl-level"))) scroll(first);
  };
  const go = (element) => {
    const target = element && (element.querySelector("summary, a") || element);
    if (target) target.focus({ preventScroll: true });
  };

  page.addEventListener("click", (event) => {
    const cluster = event.target.closest(".tl-cluster");
    if (cluster && closer(cluster)) return event.preventDefault();
    const link = event.target.closest("a[data-e], .tl-others a, .tl-back");
    const place = event.target.closest("[data-e]");
    if (!place) return;
    const number = numbers(place)[0];
    if (!link) {
      if (event.target.closest("summary")) choose(number, place);
      return;
    }
    event.preventDefault();
    choose(number, link);
    const there = document.getElementById(link.getAttribute("href").slice(1));
    if (there) {
      go(there);
      scroll(there);
    }
  });

  // -- pointing at an entry -------------------------------------------------------------------------------------------
  const point = (event) => {
    const place = event.target.closest && event.target.closest("[data-e]");
    mark("tl-hot", place ? numbers(place) : []);
  };
  page.addEventListener("mouseover", point);
  page.addEventListener("focusin", point);
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") forget();
  });

  // -- zoom -----------------------------------------------------------------------------------------------------------
  const scroller = page.querySelector(".tl-scroll");
  const zooms = all(".tl-zoom input");
  let middle = 0.5;
  const see = () => {
    middle = (scroller.scrollLeft + scroller.clientWidth / 2) / scroller.scrollWidth;
  };
  const restore = (place) => {
    scroller.scrollLeft = place * scroller.scrollWidth - scroller.clientWidth / 2;
  };
  if (scroller) scroller.addEventListener("scroll", see, { passive: true });
  for (const zoom of zooms) zoom.addEventListener("change", () => restore(middle));
  const closer = (cluster) => {
    const next = zooms[zooms.findIndex((zoom) => zoom.checked) + 1];
    if (!next) return false;
    const level = cluster.closest("svg").getBoundingClientRect(), box = cluster.getBoundingClientRect();
    next.checked = true;
    restore((box.left + box.width / 2 - level.left) / level.width);
    const bar = all(".tl-level [data-e='" + cluster.dataset.c + "']").find(shown);
    (bar || next).focus({ preventScroll: true });
    return true;
  };

  // -- arrow keys: one stop for the tab key in each part, arrows within -------------------------------------------------
  const rove = (items) => {
    items.forEach((item, place) => (item.tabIndex = place ? -1 : 0));
    const at = new Map(items.map((item, place) => [item, place]));
    return (event) => {
      const here = at.get(event.target);
      if (here === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: 1, End: -1 }[event.key];
      if (!step) return;
      let next = event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : here + step;
      while (items[next] && !shown(items[next])) next += step;
      event.preventDefault();
      if (!items[next]) return;
      for (const item of items) if (item.tabIndex === 0) item.tabIndex = -1;
      items[next].tabIndex = 0;
      items[next].focus();
    };
  };
  for (const level of all(".tl-level")) level.addEventListener("keydown", rove(all("a", level)));
  for (const text of all(".tl-text")) text.addEventListener("keydown", rove(all("a.tl-in", text)));
  for (const list of all(".tl-rows")) list.addEventListener("keydown", rove(all(".tl-row > details > summary", list)));
  for (const list of all(".tl-others")) list.addEventListener("keydown", rove(all("a", list)));

  const start = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (start && numbers(start).length) choose(numbers(start)[0], null);
})();
