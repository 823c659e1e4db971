// Settings of the first page after sign-in: its name, British dates, and where else to go.
export default {
  app: {
    name: "Welcome",
    vendor: "Practice Review"
  },
  locales: {
    availableLocales: ["en"],
    fallbackLocale: "en"
  },
  dateFormat: {
    normal: "LLL",
    long: "LLLL"
  },
  disableWelcomeMessage: true,
  links: [
    {
      label: "Cases",
      href: "/cases",
      description: "The cases of your partnership"
    },
    {
      label: "Refer an incident",
      href: "/refer",
      description: "The public page for referrals"
    }
  ]
};
