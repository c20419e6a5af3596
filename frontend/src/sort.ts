import { element } from "./dom";

const STATUS = ["contested", "single-origin", "corroborated", "unattributed"];

type Key = string | number;

function cellKey(row: HTMLTableRowElement, column: number, kind: string): Key {
  const text = row.cells[column]?.textContent?.trim() ?? "";
  if (kind === "text") return text;
  if (kind === "status") return STATUS.indexOf(row.dataset.status ?? "");
  if (kind === "from") return row.dataset.from || "9999";
  if (kind === "num") return Number(text.replace(/,/g, "") || 0);
  return Number(row.dataset[kind] ?? 0);
}

const compare = (a: Key, b: Key): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));

/** Turn headings with `data-sort` into buttons; `order` gets all rows in their new order. */
export function sortable(
  table: HTMLTableElement,
  order: (rows: HTMLTableRowElement[]) => void,
  rows: HTMLTableRowElement[] = [...(table.tBodies[0]?.rows ?? [])],
): void {
  const body = table.tBodies[0];
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-sort]")];
  for (const head of heads) {
    const button = element("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const kind = head.dataset.sort ?? "text";
      const numeric = !["text", "status", "from"].includes(kind);
      const was = head.getAttribute("aria-sort");
      const down = was ? was === "ascending" : numeric;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row, at) => ({ row, at, key: cellKey(row, head.cellIndex, kind) }));
      keyed.sort((a, b) => (down ? compare(b.key, a.key) : compare(a.key, b.key)) || a.at - b.at);
      const sorted = keyed.map((item) => item.row);
      if (rows.length === body?.rows.length) body.append(...sorted);
      order(sorted);
    });
  }
}
