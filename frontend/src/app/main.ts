// The application's pages are whole without this; it adds notes on marks and what saves a page load.
import { notes } from "../notes";
import { theme } from "../theme";
import { atlas } from "./atlas";
import { explorer } from "./explorer";
import { keys } from "./keys";
import { ties } from "./ties";

theme();
notes();
explorer();
keys();
atlas();
ties();
