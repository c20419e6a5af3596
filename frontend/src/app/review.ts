// The review page by keyboard, and words chosen in the text by mouse or by keys. Without this it is
// a page of forms.

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

type Span = [number, number];

const written = (text: string): Span[] =>
  [...text.matchAll(/(\d+):(\d+)/g)].map((m): Span => [Number(m[1]), Number(m[2])]);

/** Words of the passage, and the field of the form whose words are being chosen. */
class Words {
  private readonly all: HTMLElement[];
  private field: HTMLInputElement | null = null;

  constructor(
    private readonly passage: HTMLElement,
    private readonly form: HTMLFormElement,
  ) {
    this.all = [...passage.querySelectorAll<HTMLElement>(".w")];
    for (const input of this.fields()) {
      input.addEventListener("focus", () => this.choose(input));
      input.addEventListener("input", () => this.show());
      input.addEventListener("keydown", (event) => this.key(event));
    }
    for (const kind of ["mouseup", "touchend"]) {
      passage.addEventListener(kind, () => setTimeout(() => this.selected(), 0));
    }
    form.closest("details")?.addEventListener("toggle", () => this.show());
  }

  private fields(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>("[data-span]")];
  }

  private from(word: HTMLElement): number {
    return Number(word.dataset.s);
  }

  private to(word: HTMLElement): number {
    return Number(word.dataset.e);
  }

  private choose(field: HTMLInputElement): void {
    this.field = field;
    this.show();
  }

  /** Mark the words of the field, and write them out beside it. */
  private show(): void {
    const open = Boolean(this.form.closest("details")?.open);
    this.passage.classList.toggle("choosing", open);
    const spans = open && this.field ? written(this.field.value) : [];
    const inside = (w: HTMLElement): boolean => spans.some(([s, e]) => this.from(w) < e && s < this.to(w));
    for (const word of this.all) word.classList.toggle("sel", inside(word));
    const told = this.field?.parentElement?.querySelector("output");
    if (told && open && spans.length) told.textContent = spans.map((s) => this.said(s)).join(" … ");
  }

  private said([start, end]: Span): string {
    const held = this.all.filter((w) => this.from(w) < end && start < this.to(w));
    return held.map((w, at) => (at && this.from(w) > this.to(held[at - 1]!) ? " " : "") + w.textContent).join("");
  }

  private put(span: Span, more: Span[] = []): void {
    if (!this.field) return;
    this.field.value = [...more, span].map(([s, e]) => `${s}:${e}`).join(",");
    this.show();
  }

  /** What was selected in the text becomes the field's words, whole words at both ends. */
  private selected(): void {
    const details = this.form.closest("details");
    const selection = getSelection();
    if (!details?.open || !selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const held = this.all.filter((word) => range.intersectsNode(word) && this.really(range, word));
    if (!held.length) return;
    this.field ??= this.fields()[0] ?? null;
    this.put([this.from(held[0]!), this.to(held[held.length - 1]!)]);
    selection.removeAllRanges();
    this.field?.focus();
  }

  /** A range that only touches the edge of a word does not hold it. */
  private really(range: Range, word: HTMLElement): boolean {
    const own = document.createRange();
    own.selectNodeContents(word);
    return (
      range.compareBoundaryPoints(Range.START_TO_END, own) > 0 &&
      range.compareBoundaryPoints(Range.END_TO_START, own) < 0
    );
  }

  private key(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey || !this.field) return;
    const spans = written(this.field.value);
    const last = spans.pop() ?? this.first();
    if (!last) return;
    event.preventDefault();
    let [start, end] = last;
    if (event.shiftKey) {
      const at = this.all.findIndex((w) => this.to(w) > start) + by;
      start = at in this.all ? this.from(this.all[at]!) : start;
    } else {
      const at = this.all.filter((w) => this.from(w) < end).length - 1 + by;
      end = at in this.all ? this.to(this.all[at]!) : end;
    }
    if (start < end) this.put([start, end], spans);
  }

  /** Where there was nothing yet: the first word shown. */
  private first(): Span | null {
    const word = this.all[0];
    return word ? [this.from(word), this.to(word)] : null;
  }
}

function open(details: HTMLDetailsElement): void {
  details.open = true;
  const first = details.querySelector<HTMLElement>("[data-digit], input:not([type=hidden]), select, button");
  first?.focus();
  details.scrollIntoView({ block: "nearest" });
}

function press(root: HTMLElement, key: string): boolean {
  const form = { a: "form[data-accept]", z: "form[data-undo]" }[key];
  if (form) {
    const found = root.querySelector<HTMLFormElement>(form);
    found?.requestSubmit();
    return Boolean(found);
  }
  const link = { n: "a[data-next]", p: "a[data-prev]" }[key];
  if (link) {
    const found = root.querySelector<HTMLAnchorElement>(link);
    found?.click();
    return Boolean(found);
  }
  if (/^[1-9]$/.test(key)) {
    const found = root.querySelector<HTMLButtonElement>(`details[open] [data-digit="${key}"]`);
    found?.click();
    return Boolean(found);
  }
  const found = [...root.querySelectorAll<HTMLDetailsElement>("details[data-key]")].find((d) => d.dataset.key === key);
  if (found) open(found);
  return Boolean(found);
}

export function review(): void {
  const root = document.querySelector<HTMLElement>("[data-review]");
  if (!root) return;
  const passage = root.querySelector<HTMLElement>("[data-passage]");
  const form = root.querySelector<HTMLFormElement>("form.amend");
  if (passage && form) new Words(passage, form);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      const opened = root.querySelector<HTMLDetailsElement>("details[open]");
      if (!opened) return;
      opened.open = false;
      opened.querySelector("summary")?.focus();
      event.preventDefault();
    } else if (!typing(event.target) && !event.repeat && press(root, event.key)) event.preventDefault();
  });
}
