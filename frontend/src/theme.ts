import { byId } from "./dom";

const KEY = "twosource-theme";

/** The reader's choice, where one was made and the browser keeps such things. */
export function stored(): "dark" | "light" | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === "dark" || value === "light" ? value : null;
  } catch {
    return null;
  }
}

/** Dark or light: the system's choice until the reader makes one; kept where the browser allows. */
export function theme(): void {
  const button = byId("theme");
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const chosen = stored();
  if (chosen) root.dataset.theme = chosen;
  const dark = (): boolean => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  const tell = (): void => button?.setAttribute("aria-pressed", String(dark()));
  tell();
  system.addEventListener("change", tell);
  button?.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    tell();
    try {
      localStorage.setItem(KEY, root.dataset.theme);
    } catch {
      // a file opened from disk may have no storage: the choice lasts as long as the page
    }
  });
}
