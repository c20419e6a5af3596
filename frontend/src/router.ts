import type { Filter } from "./claims";
import { byId } from "./dom";
import { find, unfoldAll } from "./pages";

/** A series is drawn once in the page; a claim that belongs to it shows a copy when opened. */
function borrowCharts(view: HTMLElement): void {
  for (const place of view.querySelectorAll<HTMLElement>("[data-chart]")) {
    const series = byId(place.dataset.chart ?? "");
    for (const part of series?.querySelectorAll(":scope > .scroll, :scope > .legend") ?? []) {
      place.append(part.cloneNode(true));
    }
    place.removeAttribute("data-chart");
  }
}

/** Shows the view that the address names, and brings its target into sight. */
export function router(filter: Filter): void {
  const root = document.documentElement;
  const title = document.title;
  const places = new Map<string, number>();
  let current = byId("overview");
  let here = "";
  let asked = true; // by a link or the address bar, rather than by going back

  const show = (): void => {
    places.set(here, window.scrollY);
    const address = location.hash.slice(1);
    const mark = address.indexOf("?");
    let id = mark < 0 ? address : address.slice(0, mark);
    try {
      id = decodeURIComponent(id);
    } catch {
      // not an escape: taken as it stands
    }
    const everything = id === "everything";
    root.classList.toggle("all", everything);
    if (everything) unfoldAll();
    const target = find(id) ?? byId("overview");
    const view = target?.closest<HTMLElement>(".view") ?? byId("overview");
    if (!target || !view) return;
    if (target.id === "main") return;
    borrowCharts(view);
    if (id === "claims") filter(mark < 0 ? "" : address.slice(mark + 1));
    current?.classList.remove("current");
    view.classList.add("current");
    current = view;
    for (const link of document.querySelectorAll(".bar nav a")) {
      const on = link.getAttribute("href") === `#${view.dataset.view}`;
      if (on) {
        link.setAttribute("aria-current", view.id === view.dataset.view ? "page" : "true");
        link.scrollIntoView({ block: "nearest", inline: "center" });
      } else link.removeAttribute("aria-current");
    }
    const heading = view.querySelector<HTMLElement>("h1, h2");
    document.title = view.id === "overview" ? title : `${heading?.textContent ?? ""} · ${title}`;
    const from = here;
    here = location.hash;
    if (!asked && places.has(here)) {
      window.scrollTo(0, places.get(here) ?? 0);
      for (const link of view.querySelectorAll<HTMLElement>("a")) {
        if (link.getAttribute("href") === from) {
          link.focus({ preventScroll: true });
          break;
        }
      }
    } else if (target !== view) {
      target.scrollIntoView({ block: "center", behavior: "instant" });
      target.focus({ preventScroll: true });
    } else if (from || address) {
      window.scrollTo(0, 0);
      heading?.focus({ preventScroll: true });
    }
    asked = false;
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const href = link.getAttribute("href") ?? "";
    if (!href.startsWith("#")) return;
    asked = true;
    const query = link.getAttribute("data-filter");
    const wanted = query ? `${href}?${query}` : href;
    if (wanted === location.hash) {
      event.preventDefault();
      show();
    } else if (query) {
      event.preventDefault();
      location.hash = wanted;
    }
  });
  if ("scrollRestoration" in history) history.scrollRestoration = "manual";
  window.addEventListener("hashchange", show);
  show();
}
