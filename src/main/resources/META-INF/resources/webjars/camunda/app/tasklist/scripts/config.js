// Settings of Tasklist: its name, British dates, and keys that do not collide with screen readers.
export default {
  app: {
    name: "Tasks",
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
  // What the forms need beyond what Tasklist can do; docs/forms.md.
  customScripts: ["practice-review/form-fields.js"],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: "ctrl+alt+c",
      description: "claims the selected task"
    },
    focusFilter: {
      key: "ctrl+shift+f",
      description: "goes to the first list"
    },
    focusList: {
      key: "ctrl+alt+l",
      description: "goes to the first task"
    },
    focusForm: {
      key: "ctrl+alt+f",
      description: "goes to the first question of the form"
    },
    startProcess: {
      key: "ctrl+alt+p",
      description: "takes down a referral"
    }
  }
};
