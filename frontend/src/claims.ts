import { byId, calm, element, fold, holds } from "./dom";
import { wordsOf } from "./pages";
import { sortable } from "./sort";

const PAGE = 100; // rows in the document at once: thousands stay quick
const FIELDS = ["status", "kind", "evidence", "asserter", "place"] as const;

/** Applies `status=contested&q=words` to the table and shows its first page. */
export type Filter = (query: string) => void;

/** The text a claim is searched by: its line and everything on its page. Made when first needed. */
function searchText(row: HTMLTableRowElement): string {
  const link = row.querySelector("a")?.getAttribute("href")?.slice(1) ?? "";
  return fold(`${row.textContent} ${wordsOf(link)}`);
}

function matches(row: HTMLTableRowElement, values: URLSearchParams): boolean {
  for (const field of FIELDS) {
    const wanted = values.get(field);
    if (wanted && !(row.dataset[field] ?? "").split(" ").includes(wanted)) return false;
  }
  const from = values.get("from");
  const to = values.get("to");
  const { from: first = "", to: last = "" } = row.dataset;
  if ((from || to) && !first) return false;
  return !(from && last < from) && !(to && first > to);
}

/** The table of claims: filters, search, sorting, pages, and the keyboard. */
export function claimTable(): Filter {
  const table = byId("claim-table") as HTMLTableElement | null;
  const form = byId("filters") as HTMLFormElement | null;
  const body = table?.tBodies[0];
  const pages = byId("pages");
  const found = byId("found");
  if (!table || !form || !body || !pages || !found) return () => undefined;
  let all = [...body.rows];
  let shown = all;
  let page = 0;
  const texts = new Map<HTMLTableRowElement, string>();

  const values = (): URLSearchParams => {
    const given = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && value.trim()) given.set(name, value.trim());
    }
    return given;
  };

  const draw = (): void => {
    const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
    page = Math.min(Math.max(0, page), last);
    body.replaceChildren(...shown.slice(page * PAGE, page * PAGE + PAGE));
    const whole = all.length.toLocaleString("en");
    found.textContent =
      shown.length === all.length
        ? `${whole} claims`
        : `${shown.length.toLocaleString("en")} of ${whole} claims`;
    pages.replaceChildren();
    if (last > 0) {
      const before = element("button", "← before");
      const after = element("button", "after →");
      before.disabled = page === 0;
      after.disabled = page === last;
      const turn = (by: number) => () => {
        page += by;
        draw();
        table.scrollIntoView();
        body.querySelector("a")?.focus({ preventScroll: true });
      };
      before.addEventListener("click", turn(-1));
      after.addEventListener("click", turn(1));
      pages.append(before, element("span", `page ${page + 1} of ${last + 1}`), after);
    }
  };

  const apply = (): void => {
    const given = values();
    const query = given.get("q") ?? "";
    shown = all.filter((row) => {
      if (!matches(row, given)) return false;
      if (!query) return true;
      let text = texts.get(row);
      if (text === undefined) texts.set(row, (text = searchText(row)));
      return holds(text, query);
    });
    page = 0;
    draw();
  };

  const remember = (): void => {
    const query = values().toString();
    try {
      history.replaceState(null, "", query ? `#claims?${query}` : "#claims");
    } catch {
      // some browsers allow no such thing on files from disk: the filter still holds
    }
  };
  const changed = (): void => {
    apply();
    remember();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", calm(changed));
  form.addEventListener("reset", () => window.setTimeout(changed));
  sortable(
    table,
    (rows) => {
      all = rows;
      apply();
    },
    all,
  );
  form.q.addEventListener("keydown", (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      body.querySelector("a")?.focus();
    }
  });
  body.addEventListener("keydown", (event) => {
    const by = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as Element).closest("tr");
    const next = by > 0 ? row?.nextElementSibling : row?.previousElementSibling;
    const link = next?.querySelector("a");
    if (link) {
      event.preventDefault();
      link.focus();
    }
  });
  window.addEventListener("beforeprint", () => body.replaceChildren(...shown));
  window.addEventListener("afterprint", draw);

  apply();
  return (query: string) => {
    const given = new URLSearchParams(query);
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = given.get(field.name) ?? "";
      }
    }
    apply();
  };
}
