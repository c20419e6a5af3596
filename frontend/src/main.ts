// Everything in the report is in the page already; these only sort, filter and show one view at a time.
import { claimTable } from "./claims";
import { findDocuments } from "./documents";
import { notes } from "./notes";
import { router } from "./router";
import { sortable } from "./sort";
import { theme } from "./theme";

theme();
const filter = claimTable();
router(filter);
findDocuments();
notes();
const sources = document.querySelector<HTMLTableElement>("#source-table");
if (sources) sortable(sources, () => undefined);
