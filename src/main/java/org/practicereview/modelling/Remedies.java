package org.practicereview.modelling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What to do about what the rules find, by the words in which they say it. */
final class Remedies {

  private static final String READ_DOCS = "What a form may hold is in docs/forms.md.";
  private static final Map<Pattern, String> ADVICE = new LinkedHashMap<>();

  static {
    // Models.
    add("has no name", "Give it the name that people read.");
    add("not executable", "Tick \"Executable\" at the process.");
    add("small letters with hyphens", "Write its id as in practice-review.");
    add("how long its history", "Set its history time to live, for example P3650D.");
    add("id does not say", "Name it after what it is and does, such as userTask_decide.");
    add("named stage\\.", "Name it as in referral.decided.");
    add(
        "script|code|Java class|external worker|connector",
        "Use a building block instead: a service task with one of the templates of the service.");
    add("fields|extension properties", "Write the value as an extension property.");
    add("questions belong in a form", "Put the questions into a form, and name it at the task.");
    add("input and output mappings", "Take the mappings out, and declare variable: properties.");
    add("implementation is not allowed", "Use a building block instead.");
    add("hand variables on by name|named variables", "Name each variable that is handed on.");
    add(
        "the element .* may not be used in a model|the attribute .* may not be used at",
        "Take it out. What a model may be made of is in docs/models.md.");
    add(
        "a condition is a plain expression",
        "Write the condition as an expression such as ${decision == 'yes'}.");
    add(
        "the building block .* does not exist|names no building block",
        "Choose one of the templates of the service for this step.");
    add(
        "the expression|an expression",
        "Compare a variable that a form of a model declares, or ask one of the beans for models.");
    add("which role does it", "Enter the roles who do it as candidate groups.");
    add("has no guidance", "Write what to do into the documentation of the task.");
    add("the task has no form", "Name a form at the task.");
    add(
        "the form embedded:.* does not exist",
        "Deploy the HTML form in the same deployment as the model, and write its path as it is deployed.");
    add(
        "the form .* does not exist",
        "Deploy the form with the model or before it, or correct its id.");
    add("bound to its latest version|take the latest version", "Set its binding to latest.");
    add("is not a code, boolean", "Write code, boolean, date or integer.");
    add("job of its own", "Tick \"Asynchronous before\".");
    add("is not told its", "Add the property, or apply the template again.");
    add(
        "the clock rule .* does not exist",
        "Use a clock of the table of clocks, or add its row first.");
    add("the (letter|notice) .* does not exist", "Use one of the letter templates.");
    add(
        "the (called process|process|decision) .* does not exist",
        "Correct its id, or deploy it together with this.");
    add("case reference", "Hand the business key on to the called process.");
    add("names no decision", "Name the decision.");
    add(
        "takes its date from a clock|ask a clock for its date",
        "Write ${clocks.dueAt(execution,'…')} with a clock of the table.");
    add("must not cancel", "Make the timer non-interrupting.");
    add("does not ask a question", "Write the question at the gateway.");
    add(
        "no default flow",
        "Mark one of the ways as the default, for an answer that no one foresaw.");
    add("flow out of a choice has no label", "Write the answer at the way.");
    add("no condition and is not the default", "Give it a condition, or make it the default.");
    add("fails on a missing answer", "Write == true after the variable.");
    add("the label says", "Correct the label or the condition: they contradict each other.");
    add("approval is either", "Write required or none.");
    add("no one approves|nothing sends", "Add the step for this letter to the same model.");
    add(
        "without waiting for anyone",
        "Let the way back lead past a task, a message or a timer, or end it.");
    add(
        "the role .* does not work on cases",
        "Use a role of the list: business-manager, executive and so on. Administrators and unknown groups are given no tasks.");
    add("the property .* means nothing", "Correct the name of the property, or take it out.");
    add("the urgency", "Write safety, statutory, local or housekeeping.");
    add("the recipient", "Use a role, a body such as panel, or rows: and a question.");
    add(
        "no form offers the answer",
        "Compare with one of the answers of the form, letter by letter.");
    // Forms.
    add("access is one of|holds says", "Correct the word.");
    add(
        "element .* may not be used|attribute .* may not be used|class .* may not be used|setting .* may not|component .* may not",
        "Take it out. " + READ_DOCS);
    add("comment would be run|double braces", "Take it out.");
    add("one line of script", "Hold exactly the script that every shipped form ends with.");
    add("can be read", "Save it again in the editor for forms.");
    add(
        "newer viewer",
        "Set schemaVersion to 16, and take out what the older viewer does not know.");
    add("id of its own|name of its own", "Give it another id and key: each question has its own.");
    add("read-only", "Make it disabled, with the property display.");
    add("links to the case page", "Link to /case/{{caseReference}}, or take the link out.");
    add("second question|two questions", "Ask a second question, such as a box to tick.");
    add("must be its file name|named after its task", "Name form and file alike, as in give-view.");
    add("is its id", "Write id and key alike, as in decidedOn.");
    add("label", "Write the question as its label, short enough to be read whole.");
    add("prefill names", "Write none, today, or the key of a fact.");
    add("compares a date", "Write today, or the key of a date.");
    add("only shown", "Make it disabled, not required, with the property display.");
    add("value of its own|choose from", "Give two choices or more, each with a value and a label.");
    add("approve", "Say what is approved, and ask approvedVersion.");
    add("longest length", "Set a longest length.");
    add(
        "cannot be understood|condition",
        "Write the condition as in =not(decision = \"yes\"), with questions of this form.");
  }

  private Remedies() {}

  private static void add(String words, String remedy) {
    ADVICE.put(Pattern.compile(words), remedy);
  }

  static String of(String sentence) {
    return ADVICE.entrySet().stream()
        .filter(advice -> advice.getKey().matcher(sentence).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("Correct it. " + READ_DOCS);
  }
}
