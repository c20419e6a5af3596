// The application's pages are whole without this; it adds notes on marks and what saves a page load.
import { notes } from "../notes";
import { theme } from "../theme";
import { atlas } from "./atlas";
import { explorer } from "./explorer";
import { keys } from "./keys";
import { review } from "./review";
import { ties } from "./ties";

theme();
notes();
review();
explorer();
keys();
atlas();
ties();
