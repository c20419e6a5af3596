// The keyboard: / searches, j and k move between rows, n and p between statements, u goes back.
import { moveRow } from "./rows";

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

function statement(by: number): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(".document .body .ref")];
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
  return Boolean(next);
}

export function keys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (typing(target)) {
      if (event.key === "Escape") (target as HTMLElement).blur();
      if (event.key === "ArrowDown" && target?.matches("input[type=search]") && moveRow(null, 1)) {
        event.preventDefault();
      }
      return;
    }
    const inTable = Boolean(target?.closest("tbody"));
    let done = false;
    if (event.key === "/") {
      const field = document.querySelector<HTMLInputElement>("main input[type=search]");
      field?.focus();
      field?.select();
      done = Boolean(field);
    } else if (event.key === "j" || (event.key === "ArrowDown" && inTable)) done = moveRow(target?.closest("tbody") ? target : null, 1);
    else if (event.key === "k" || (event.key === "ArrowUp" && inTable)) done = moveRow(target?.closest("tbody") ? target : null, -1);
    else if (event.key === "n") done = statement(1);
    else if (event.key === "p") done = statement(-1);
    else if (event.key === "u") {
      const back = document.querySelector<HTMLAnchorElement>("a[data-back]");
      back?.click();
      done = Boolean(back);
    }
    if (done) event.preventDefault();
  });
}
