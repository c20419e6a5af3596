import { byId } from "./dom";

// What a mark says when pointed at or focused: every statement that covers it, shortest first.
// Can be dismissed with Escape, can be pointed at itself, and stays until pointer or focus leave.
export function notes(): void {
  const box = byId("note");
  if (!box) return;
  let timer = 0;
  let lit: Element[] = [];

  const hide = (): void => {
    box.hidden = true;
    box.replaceChildren();
    for (const mark of lit) mark.classList.remove("lit");
    lit = [];
  };

  const place = (mark: Element): void => {
    const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const wide = Math.min(380, window.innerWidth - 24);
    box.style.width = `${wide}px`;
    box.style.left = `${Math.max(12, Math.min(at.left, window.innerWidth - wide - 12)) + window.scrollX}px`;
    const high = box.offsetHeight;
    const above = at.bottom + high + 10 > window.innerHeight && at.top > high + 10;
    box.style.top = `${(above ? at.top - high - 6 : at.bottom + 6) + window.scrollY}px`;
  };

  const show = (mark: Element): void => {
    const page = mark.closest(".document");
    const wanted = (mark.getAttribute("data-m") ?? "").split(" ").filter(Boolean).map(Number).reverse();
    if (!page || !wanted.length) return;
    window.clearTimeout(timer);
    hide();
    const cards = page.querySelectorAll(".notes > li");
    for (const at of wanted) {
      const copy = cards[at]?.cloneNode(true);
      if (!(copy instanceof HTMLElement)) continue;
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      for (const part of copy.querySelectorAll("[id], .why, .gist")) part.remove();
      box.append(copy);
    }
    const first = String(wanted[0]);
    lit = [...page.querySelectorAll(".body [data-m]")].filter((other) =>
      (other.getAttribute("data-m") ?? "").split(" ").includes(first),
    );
    const card = cards[wanted[0] ?? -1];
    if (card) lit.push(card);
    for (const part of lit) part.classList.add("lit");
    box.hidden = false;
    place(mark);
  };

  const later = (action: () => void, wait: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(action, wait);
  };
  const marked = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest(".document .body [data-m]") : null;

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = marked(event.target);
    if (mark) later(() => show(mark), 90);
    else if (event.target instanceof Node && box.contains(event.target)) window.clearTimeout(timer);
    else if (!box.hidden && !marked(document.activeElement)) later(hide, 260);
  });
  document.addEventListener("click", (event) => {
    const mark = marked(event.target);
    if (mark && mark.tagName === "MARK") show(mark);
    else if (!(event.target instanceof Node && box.contains(event.target))) hide();
  });
  document.addEventListener("focusin", (event) => {
    const mark = marked(event.target);
    if (mark) show(mark);
    else if (!(event.target instanceof Node && box.contains(event.target))) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  window.addEventListener("hashchange", () => {
    if (!marked(document.activeElement)) hide();
  });
}
