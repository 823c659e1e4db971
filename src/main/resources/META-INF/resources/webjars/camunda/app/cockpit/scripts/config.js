// Settings of Cockpit: its name, British dates, and no HTML of others shown in the page. Who may not administer is not
// offered what only administrators may do; docs/operations/oversight.md.
import { administrator, leftOut } from "../practice-review/who.js";

if (leftOut) {
  document.querySelector("base").setAttribute("cam-exclude-plugins", leftOut);
}

export default {
  app: {
    name: "Oversight",
    vendor: "Practice Review"
  },
  locales: {
    // Plain words for those who watch over cases; those of its maker for administrators, who know them from its manual.
    availableLocales: [administrator ? "en" : "en-GB"],
    fallbackLocale: administrator ? "en" : "en-GB"
  },
  // Where cases stand, for those who watch over them.
  customScripts: ["practice-review/oversight.js"],
  disableWelcomeMessage: true,
  previewHtml: false
};
