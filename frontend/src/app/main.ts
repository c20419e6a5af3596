// The application's pages are whole without this; it adds notes on marks and what saves a page load.
import { notes } from "../notes";
import { theme } from "../theme";

theme();
notes();
