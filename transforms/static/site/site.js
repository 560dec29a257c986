// What pages can do beyond reading them: each part waits for what it needs to be on the page, and is of no use without it.

import { switchTheme } from "./theme.js";
import { rememberView } from "./view.js";
import { copyText } from "./copy.js";
import { alignNotes } from "./notes.js";

for (const start of [switchTheme, rememberView, copyText, alignNotes]) start();
