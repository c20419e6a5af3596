// The table of claims, its filters and the way back to where a reader was in it.
import { claimRows } from "./rows";

const LIST = "twosource-list"; // the last list that was looked at, and how far down

function kept(): { address: string; y: number } | null {
  try {
    const value = JSON.parse(sessionStorage.getItem(LIST) ?? "null") as { address?: unknown; y?: unknown } | null;
    return typeof value?.address === "string" && typeof value.y === "number"
      ? { address: value.address, y: value.y }
      : null;
  } catch {
    return null;
  }
}

const here = (): string => location.pathname + location.search;

function remember(): void {
  if (!document.querySelector("#claims, #document-table, #source-table")) return;
  try {
    sessionStorage.setItem(LIST, JSON.stringify({ address: here(), y: window.scrollY }));
  } catch {
    // no storage: going back leads to the top of the list
  }
}

/** "Back to the list" leads to the list as it was left, filters and all. */
function wayBack(): void {
  const list = kept();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-back]")) {
    if (list?.address.split("?")[0] === link.pathname) link.href = list.address;
  }
}

export function explorer(): void {
  // rows of the table come later than the browser would scroll to them
  if (document.querySelector("#claims")) history.scrollRestoration = "manual";
  const narrow = window.matchMedia("(max-width: 64rem)");
  let open = !narrow.matches;
  const facets = (): void => {
    const box = document.querySelector<HTMLDetailsElement>("#facets");
    if (!box) return;
    box.open = open;
    box.addEventListener("toggle", () => {
      open = box.open;
    });
  };
  facets();
  claimRows();
  wayBack();
  const list = kept();
  const returning = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  const back = returning?.type === "back_forward" || document.referrer.includes("/claims/");
  if (list && back && list.address === here() && !location.hash) window.scrollTo(0, list.y);
  window.addEventListener("pagehide", remember);
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) remember();
  });

  const form = document.querySelector<HTMLFormElement>("#explorer");
  form?.addEventListener("change", (event) => {
    // another order starts in its own direction
    if (event.target instanceof HTMLSelectElement) form.querySelector("input[name=reverse]")?.remove();
  });
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (!(event.target instanceof Element) || event.target.id !== "found") return;
    facets();
    claimRows();
    if (window.scrollY > 200) window.scrollTo(0, 0);
  });
  window.addEventListener("beforeprint", () => document.querySelector("#claims")?.classList.remove("virtual"));
}
