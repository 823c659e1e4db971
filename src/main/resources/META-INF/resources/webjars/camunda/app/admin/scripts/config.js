// Settings of Admin: its name and British dates.
export default {
  app: {
    name: "Administration",
    vendor: "Practice Review"
  },
  locales: {
    availableLocales: ["en"],
    fallbackLocale: "en"
  },
  disableWelcomeMessage: true
};
