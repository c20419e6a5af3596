// Pages of claims and documents wait as text in <noscript> and become elements when opened. That text
// is the report's own markup, in which everything an article said was escaped when it was written.
import { byId } from "./dom";

const waiting = new Map<string, HTMLElement>();
for (const place of document.querySelectorAll<HTMLElement>("noscript[data-id]")) {
  waiting.set(place.dataset.id ?? "", place);
}

function unfold(id: string, place: HTMLElement): void {
  const made = document.createElement("template");
  made.innerHTML = place.textContent ?? "";
  waiting.delete(id);
  place.replaceWith(made.content);
}

/** Make every page that still waits. */
export function unfoldAll(): void {
  for (const [id, place] of [...waiting]) unfold(id, place);
}

/** The element with that id, wherever it waits. */
export function find(id: string): HTMLElement | null {
  const found = byId(id);
  if (found || !id) return found;
  const own = waiting.get(id);
  if (own) unfold(id, own);
  else {
    for (const [name, place] of waiting) {
      if (place.textContent?.includes(` id="${id}"`)) {
        unfold(name, place);
        break;
      }
    }
  }
  return byId(id);
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", "#34": '"', "#39": "'" };

/** The words of a page, opened or not. */
export function wordsOf(id: string): string {
  const place = waiting.get(id);
  if (!place) return byId(id)?.textContent ?? "";
  return (place.textContent ?? "")
    .replace(/<\/?(?:mark|span|bdi)\b[^>]*>/g, "") // these stand inside words
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|amp|#34|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}
