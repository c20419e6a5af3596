// The map is drawn by the server; dragging and the wheel ask it for another part of the world.
import { calm } from "../dom";

type Box = [number, number, number, number];
interface Htmx {
  ajax(verb: string, path: string, context: { target: string; swap: string }): Promise<void>;
}
declare global {
  interface Window {
    htmx?: Htmx;
  }
}

function boxOf(figure: HTMLElement): Box | null {
  const edges = (figure.dataset.box ?? "").split(",").map(Number);
  return edges.length === 4 && edges.every(Number.isFinite) ? (edges as Box) : null;
}

function ask(path: string): void {
  void window.htmx?.ajax("GET", path, { target: "#atlas", swap: "innerHTML" });
  history.replaceState(null, "", path);
}

function go(figure: HTMLElement, box: Box): void {
  const south = Math.max(-84, box[1]);
  const north = Math.min(84, box[3]);
  if (north - south < 0.02 || box[2] - box[0] > 380) return;
  const path = new URL(figure.dataset.here ?? "/map", location.href);
  const west = box[0] < -360 || box[0] > 360 ? box[0] % 360 : box[0];
  const edges = [west, south, west + box[2] - box[0], north];
  path.searchParams.set("box", edges.map((edge) => edge.toFixed(3)).join(","));
  ask(path.pathname + path.search);
}

function takeUp(figure: HTMLElement): void {
  const svg = figure.querySelector<SVGSVGElement>("svg.map");
  const box = boxOf(figure);
  if (!svg || !box) return;
  const view = svg.viewBox.baseVal;
  const [wide, high] = [view.width, view.height];
  let [x, y, scale] = [0, 0, 1];
  const show = (): void => svg.setAttribute("viewBox", `${x} ${y} ${wide / scale} ${high / scale}`);
  const settled = (): void => {
    const west = box[0] + (x / wide) * (box[2] - box[0]);
    const north = box[3] - (y / high) * (box[3] - box[1]);
    go(figure, [west, north - (box[3] - box[1]) / scale, west + (box[2] - box[0]) / scale, north]);
  };
  const soon = calm(settled, 220);

  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== figure.querySelector(".scroll")) return;
      event.preventDefault();
      const at = svg.getBoundingClientRect();
      const [px, py] = [(event.clientX - at.left) / at.width, (event.clientY - at.top) / at.height];
      const next = Math.min(64, Math.max(1 / 16, scale * Math.exp(-event.deltaY / 300)));
      x += (px * wide) / scale - (px * wide) / next;
      y += (py * high) / scale - (py * high) / next;
      scale = next;
      show();
      soon();
    },
    { passive: false },
  );
  let from: { x: number; y: number; id: number } | null = null;
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    from = { x: event.clientX, y: event.clientY, id: event.pointerId };
    dragged = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!dragged && Math.abs(dx) + Math.abs(dy) < 5) return;
    if (!dragged) svg.setPointerCapture(from.id);
    dragged = true;
    const size = svg.getBoundingClientRect();
    x -= (dx / size.width) * (wide / scale);
    y -= (dy / size.height) * (high / scale);
    from = { ...from, x: event.clientX, y: event.clientY };
    show();
  });
  const release = (): void => {
    if (from && dragged) soon();
    from = null;
  };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => {
    if (dragged) event.preventDefault();
  });
}

export function atlas(): void {
  const place = document.querySelector<HTMLElement>("#atlas");
  if (!place) return;
  const take = (): void => {
    const figure = place.querySelector<HTMLElement>(".pan");
    if (figure) takeUp(figure);
  };
  take();
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(".zoom a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const label = link.getAttribute("aria-label");
    ask(link.pathname + link.search);
    place.addEventListener(
      "htmx:afterSwap",
      () => [...place.querySelectorAll<HTMLElement>(".zoom a")].find((a) => a.getAttribute("aria-label") === label)?.focus(),
      { once: true },
    );
  });
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.target === place) take();
  });
  const range = document.querySelector<HTMLInputElement>("#until-range");
  const day = document.querySelector<HTMLInputElement>("#until");
  const days = (range?.dataset.days ?? "").split(" ");
  range?.addEventListener("input", () => {
    const value = days[Number(range.value)] ?? "";
    if (day) day.value = value;
    range.setAttribute("aria-valuetext", value);
  });
}
