// Settings of Cockpit: its name, British dates, and no HTML of others shown in the page.
export default {
  app: {
    name: "Oversight",
    vendor: "Practice Review"
  },
  locales: {
    availableLocales: ["en"],
    fallbackLocale: "en"
  },
  disableWelcomeMessage: true,
  previewHtml: false
};
