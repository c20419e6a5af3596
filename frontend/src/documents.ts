import { byId, calm, fold, holds } from "./dom";
import { wordsOf } from "./pages";

/** Finds documents by words of their titles and texts. */
export function findDocuments(): void {
  const input = byId("find-document") as HTMLInputElement | null;
  const table = byId("document-table") as HTMLTableElement | null;
  const said = byId("found-documents");
  if (!input || !table) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const texts = new Map<HTMLTableRowElement, string>();
  const text = (row: HTMLTableRowElement): string => {
    let known = texts.get(row);
    if (known === undefined) {
      const id = row.querySelector("a")?.getAttribute("href")?.slice(1) ?? "";
      known = fold(`${row.textContent} ${wordsOf(id)}`);
      texts.set(row, known);
    }
    return known;
  };
  input.addEventListener(
    "input",
    calm(() => {
      const query = input.value.trim();
      let many = 0;
      for (const row of rows) {
        row.hidden = query !== "" && !holds(text(row), query);
        if (!row.hidden) many += 1;
      }
      if (said) said.textContent = query ? `${many} of ${rows.length} documents` : "";
    }),
  );
}
