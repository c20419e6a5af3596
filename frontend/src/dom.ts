/** The element with that id, or nothing: ids come from documents and are never put into selectors. */
export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** Lower case without accents, for searching. */
export const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Does the folded text hold every word of the query? */
export const holds = (text: string, query: string): boolean =>
  fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));

/** Call once things have been quiet for a moment. */
export function calm(action: () => void, wait = 120): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(action, wait);
  };
}

/** A new element with text; text is only ever set as text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text = "",
  className = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}
