// Runs before the first paint: says that scripts run, and takes up the reader's choice of theme.
import { stored } from "../theme";

document.documentElement.classList.add("js");
const chosen = stored();
if (chosen) document.documentElement.dataset.theme = chosen;
