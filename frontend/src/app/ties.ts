// Pointing at a name lights its own ribbons.
export function ties(): void {
  const svg = document.querySelector("svg.sankey");
  if (!svg) return;
  const light = (target: EventTarget | null): void => {
    const end = target instanceof Element ? target.closest<SVGElement>(".end") : null;
    svg.classList.toggle("some", Boolean(end));
    for (const path of svg.querySelectorAll<SVGElement>(".ribbons path")) {
      const on =
        end !== null &&
        ((end.dataset.left !== undefined && path.dataset.left === end.dataset.left) ||
          (end.dataset.right !== undefined && path.dataset.right === end.dataset.right));
      path.classList.toggle("on", on);
    }
  };
  svg.addEventListener("pointerover", (event) => light(event.target));
  svg.addEventListener("pointerleave", () => light(null));
  svg.addEventListener("focusin", (event) => light(event.target));
  svg.addEventListener("focusout", () => light(null));
}
