// The table of claims holds only the rows in sight; the others are fetched as they come into sight.
// Every row is equally high, so that the whole list has its true length and any part can be reached.
import { element } from "../dom";

const BEYOND = 24; // rows kept on either side of what is in sight
const NEAR = 8; // with fewer than these left, the next are taken up
const KEPT = 40; // parts remembered

interface Table {
  table: HTMLTableElement;
  body: HTMLTableSectionElement;
  total: number;
  step: number;
  address: string;
}

let current: Rows | null = null;

/** The rows of one table. */
class Rows {
  private readonly parts = new Map<number, HTMLTableRowElement[]>();
  private readonly asked = new Map<number, AbortController>();
  private readonly above: HTMLTableRowElement;
  private readonly below: HTMLTableRowElement;
  private height: number;
  private frame = 0;
  private wanted = -1; // the row to be focused once it is there
  private drawn: [number, number] = [0, 0];
  private readonly bound = (): void => this.later();

  constructor(private readonly t: Table) {
    const rows = [...t.body.rows];
    const start = Number(t.table.dataset.offset ?? 0);
    this.height = rows[0]?.getBoundingClientRect().height || 64;
    this.above = this.spacer();
    this.below = this.spacer();
    for (let at = 0; at < rows.length; at += 1) this.keep(start + at, rows[at] as HTMLTableRowElement);
    window.addEventListener("scroll", this.bound, { passive: true });
    window.addEventListener("resize", this.bound);
    this.draw();
    if (start) window.scrollTo(0, this.top() + start * this.height - 120);
  }

  stop(): void {
    window.removeEventListener("scroll", this.bound);
    window.removeEventListener("resize", this.bound);
    for (const one of this.asked.values()) one.abort();
    window.cancelAnimationFrame(this.frame);
  }

  /** Focus the row that is `by` rows after the one that holds `target`, or the first in sight. */
  move(target: Element | null, by: number): void {
    const row = target?.closest("tr[aria-rowindex]");
    const at =
      this.wanted >= 0
        ? this.wanted // not there yet, and somebody already goes on
        : row
          ? Number(row.getAttribute("aria-rowindex")) - 2
          : this.sight()[0] - 1;
    this.go(Math.min(this.t.total - 1, Math.max(0, at + by)));
  }

  /** Bring a row into sight and focus its link. */
  go(at: number): void {
    this.wanted = at;
    const top = this.top() + at * this.height;
    const room = 120;
    if (top < window.scrollY + room || top + this.height > window.scrollY + window.innerHeight) {
      const above = top < window.scrollY + room;
      window.scrollTo(0, above ? top - room : top + this.height - window.innerHeight + 16);
    }
    this.draw();
  }

  private spacer(): HTMLTableRowElement {
    const row = element("tr", "", "spacer");
    row.setAttribute("aria-hidden", "true");
    const cell = element("td");
    row.append(cell);
    return row;
  }

  private keep(at: number, row: HTMLTableRowElement): void {
    const part = Math.floor(at / this.t.step);
    let rows = this.parts.get(part);
    if (!rows) this.parts.set(part, (rows = []));
    rows[at % this.t.step] = row;
  }

  private row(at: number): HTMLTableRowElement | undefined {
    return this.parts.get(Math.floor(at / this.t.step))?.[at % this.t.step];
  }

  private top(): number {
    return this.t.body.getBoundingClientRect().top + window.scrollY;
  }

  private sight(): [number, number] {
    const from = window.scrollY - this.top();
    const first = Math.floor(from / this.height);
    const last = Math.ceil((from + window.innerHeight) / this.height);
    return [Math.max(0, first), Math.min(this.t.total, Math.max(last, 1))];
  }

  private later(): void {
    if (this.frame) return;
    this.frame = window.requestAnimationFrame(() => {
      this.frame = 0;
      const [first, last] = this.sight();
      const [from, to] = this.drawn;
      const enough = from <= Math.max(0, first - NEAR) && to >= Math.min(this.t.total, last + NEAR);
      if (!enough) this.draw();
    });
  }

  private draw(): void {
    const [first, last] = this.sight();
    const from = Math.max(0, first - BEYOND);
    const to = Math.min(this.t.total, last + BEYOND);
    this.drawn = [from, to];
    const shown: HTMLTableRowElement[] = [];
    const missing = new Set<number>();
    for (let at = from; at < to; at += 1) {
      const row = this.row(at);
      if (row) shown.push(row);
      else {
        missing.add(Math.floor(at / this.t.step));
        shown.push(this.waiting(at));
      }
    }
    this.size(this.above, from);
    this.size(this.below, this.t.total - to);
    this.put([this.above, ...shown, this.below]);
    for (const [part, one] of this.asked) {
      if (!missing.has(part)) {
        one.abort();
        this.asked.delete(part);
      }
    }
    for (const part of missing) void this.fetch(part);
    this.settle();
  }

  /** Rows that stay are not touched: they keep the focus, and the page its place. */
  private put(rows: HTMLTableRowElement[]): void {
    const wanted = new Set<Element>(rows);
    for (const row of [...this.t.body.children]) if (!wanted.has(row)) row.remove();
    let next = this.t.body.firstElementChild;
    for (const row of rows) {
      if (row === next) next = next.nextElementSibling;
      else this.t.body.insertBefore(row, next);
    }
  }

  private settle(): void {
    if (this.wanted < 0) return;
    const link = this.row(this.wanted)?.querySelector("a");
    if (link?.isConnected) {
      this.wanted = -1;
      link.focus({ preventScroll: true });
    }
  }

  private size(row: HTMLTableRowElement, many: number): void {
    row.hidden = many <= 0;
    const cell = row.cells[0];
    if (cell) cell.style.height = `${many * this.height}px`;
  }

  private waiting(at: number): HTMLTableRowElement {
    const row = element("tr", "", "waiting");
    row.setAttribute("aria-rowindex", String(at + 2));
    const cell = element("td");
    row.append(cell);
    return row;
  }

  private async fetch(part: number): Promise<void> {
    if (this.asked.has(part)) return;
    const one = new AbortController();
    this.asked.set(part, one);
    const joint = this.t.address.includes("?") ? "&" : "?";
    const asked = `offset=${part * this.t.step}&limit=${this.t.step}`;
    try {
      const answer = await fetch(`${this.t.address}${joint}${asked}`, { signal: one.signal });
      if (!answer.ok) return;
      const made = element("template");
      // the server's own markup, in which everything an article said is escaped
      made.innerHTML = `<table><tbody>${await answer.text()}</tbody></table>`;
      const rows = [...made.content.querySelectorAll("tr")];
      this.parts.set(part, rows);
      while (this.parts.size > KEPT) {
        const oldest = [...this.parts.keys()].find((key) => Math.abs(key - part) > 3);
        if (oldest === undefined) break;
        this.parts.delete(oldest);
      }
      this.draw();
    } catch {
      // gone out of sight before it came, or the server is gone: the gap stays until the next look
    } finally {
      if (this.asked.get(part) === one) this.asked.delete(part);
    }
  }
}

/** Take up the table of claims in the page, new or changed. */
export function claimRows(): void {
  current?.stop();
  current = null;
  const table = document.querySelector<HTMLTableElement>("#claims[data-rows]");
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const total = Number(table.dataset.total ?? 0);
  const step = Number(table.dataset.step ?? 50);
  if (total > body.rows.length || Number(table.dataset.offset ?? 0) > 0) {
    table.classList.add("virtual");
    current = new Rows({ table, body, total, step, address: table.dataset.rows ?? "" });
  }
}

/** Next or previous row, in a table that is held whole or in part. */
export function moveRow(target: Element | null, by: number): boolean {
  if (current) {
    current.move(target, by);
    return true;
  }
  const table = target?.closest("table") ?? document.querySelector("main table");
  const rows = [...(table?.querySelectorAll("tbody tr") ?? [])];
  if (!rows.length) return false;
  const row = target?.closest("tr");
  const at = row ? rows.indexOf(row) + by : by > 0 ? 0 : rows.length - 1;
  const link = rows[at]?.querySelector("a");
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
  return Boolean(link);
}
