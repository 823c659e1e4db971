package org.practicereview.modelling;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.practicereview.files.FileKind;

/**
 * The rules for embedded forms. Tasklist runs such a form as part of itself, so nothing in it may
 * be more than questions and words.
 */
final class EmbeddedFormRules {

  private static final String SCRIPT = "practiceReviewForm(camForm, $scope);";
  private static final String QUESTIONS = "input, select, textarea";
  private static final Set<String> TAGS =
      Set.of(
          "form",
          "h3",
          "h4",
          "p",
          "div",
          "ul",
          "li",
          "strong",
          "em",
          "fieldset",
          "legend",
          "label",
          "input",
          "select",
          "option",
          "textarea",
          "script");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "class",
          "id",
          "name",
          "for",
          "role",
          "type",
          "value",
          "required",
          "maxlength",
          "min",
          "max",
          "multiple",
          "accept",
          "disabled",
          "hidden",
          "data-approves",
          "data-rows",
          "data-min",
          "data-max",
          "data-row-name",
          "data-first-row",
          "data-show-when",
          "data-not-after",
          "data-not-before",
          "data-prefill",
          "data-option",
          "data-choices",
          "data-access",
          "data-holds",
          "data-decides");

  /** AngularJS would run other names of classes, such as {@code ng-init: x()}. */
  private static final Set<String> CLASSES =
      Set.of("form-group", "form-control", "help-block", "radio", "checkbox", "practice-row");

  private static final Set<String> TYPES =
      Set.of("text", "email", "date", "number", "checkbox", "radio", "file");

  private final String form;
  private final List<Finding> findings;

  EmbeddedFormRules(String form, List<Finding> findings) {
    this.form = form;
    this.findings = findings;
  }

  void check(String content) {
    Element body = Jsoup.parseBodyFragment(content).body();
    if (body.childrenSize() != 1 || !body.child(0).normalName().equals("form")) {
      say("", "is one form element and nothing beside it");
    }
    if (content.contains("{{")) {
      say("", "double braces would be run by Tasklist");
    }
    if (content.contains("<!")) {
      say("", "a comment would be run by Tasklist");
    }
    for (Element element : body.select("*")) {
      if (element != body) {
        element(element);
      }
    }
    script(body.select("script"));
    for (Element rows : body.select("[data-rows]")) {
      rows(rows);
      scope(rows, body);
    }
    scope(body, body);
    FormRules.approval(
            body.select("form").attr("data-approves"),
            !body.select("[name=" + FormRules.VERSION + "]").isEmpty())
        .forEach(sentence -> say("", sentence));
    if (body.select(QUESTIONS).size() < 2) {
      say("", "needs at least two questions");
    }
  }

  private void element(Element element) {
    if (!TAGS.contains(element.normalName())) {
      say(element.id(), "the element " + element.normalName() + " may not be used");
    }
    FormRules.confidentiality(element.attr("data-access"), element.attr("data-holds"))
        .forEach(sentence -> say(element.id(), sentence));
    for (String name : element.classNames()) {
      if (!CLASSES.contains(name)) {
        say(element.id(), "the class " + name + " may not be used");
      }
    }
    for (Attribute attribute : element.attributes()) {
      boolean ofScript =
          element.normalName().equals("script") && attribute.getKey().equals("cam-script");
      if (!ATTRIBUTES.contains(attribute.getKey()) && !ofScript) {
        say(element.id(), "the attribute " + attribute.getKey() + " may not be used");
      }
    }
  }

  private void script(Elements scripts) {
    boolean asAllowed =
        scripts.size() == 1
            && scripts.get(0).data().strip().equals(SCRIPT)
            && scripts.get(0).hasAttr("cam-script")
            && scripts.get(0).attr("type").equals("text/form-script");
    if (!asAllowed) {
      say("", "holds the one line of script that every form has, and no other");
    }
  }

  private void rows(Element rows) {
    String key = rows.attr("data-rows");
    if (!rows.normalName().equals("fieldset") || !FormRules.isKey(key)) {
      say(key, "repeated rows are a fieldset with a key in camelCase");
    }
    if (rows.attr("data-row-name").isBlank() || rows.selectFirst("> legend") == null) {
      say(key, "repeated rows need a legend, and a name for one row");
    }
    if (rows.select("> .practice-row").size() != 1) {
      say(key, "repeated rows hold exactly one example row");
    }
    if (!rows.select("[data-rows] [data-rows], [type=file]").isEmpty()) {
      say(key, "a row holds neither files nor further rows");
    }
    if (rows.select("[data-access], [data-holds]").stream().anyMatch(within -> within != rows)) {
      say(key, "access and holds are said of rows as a whole");
    }
  }

  /** The questions of the form outside its rows, or those of one row. */
  private void scope(Element scope, Element body) {
    boolean isRow = scope.hasAttr("data-rows");
    Set<String> names = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Element question : scope.select(QUESTIONS)) {
      if (isRow || question.closest("[data-rows]") == null) {
        question(question, scope, names, ids);
        condition(question, scope, body);
      }
    }
  }

  private void question(Element question, Element scope, Set<String> names, Set<String> ids) {
    String key = question.attr("name");
    String type = question.normalName().equals("input") ? question.attr("type") : "";
    boolean isRadio = type.equals("radio");
    if (!FormRules.isKey(key) || !names.add(key) && !isRadio) {
      say(key, "each question has a name of its own, in camelCase");
    }
    if (question.normalName().equals("input") && !TYPES.contains(type)) {
      say(
          key,
          "the type of an input is one of " + String.join(", ", TYPES.stream().sorted().toList()));
    }
    if (!labelled(question, scope, isRadio) || question.hasAttr("id") && !ids.add(question.id())) {
      say(key, "a question needs a label of its own");
    }
    if (type.equals("file") && !saysKinds(question.attr("accept"))) {
      say(key, "says in \"accept\" how names of files end that it takes, of those that are taken");
    }
    if (question.normalName().equals("textarea") || type.equals("text") || type.equals("email")) {
      length(question, key);
    }
    for (String rule : List.of("data-not-after", "data-not-before")) {
      if (question.hasAttr(rule)
          && !(type.equals("date") && FormRules.areDays(question.attr(rule)))) {
        say(key, rule + " compares a date with today or with another answer");
      }
    }
    if (question.hasAttr("data-prefill") && !FormRules.isPrefill(question.attr("data-prefill"))) {
      say(key, "prefill names a fact, today or none");
    }
    if (question.hasAttr("disabled") && question.hasAttr("required")) {
      say(key, "what is only shown cannot be required");
    }
  }

  private static boolean saysKinds(String accept) {
    return Arrays.stream(accept.split(",", -1))
        .allMatch(ending -> FileKind.endingIn(ending.strip()).isPresent());
  }

  private static boolean labelled(Element question, Element scope, boolean isRadio) {
    Element around = question.closest("label");
    if (isRadio) {
      Element fieldset = question.closest("fieldset");
      return around != null
          && fieldset != null
          && fieldset.selectFirst("> legend") != null
          && !question.attr("value").isEmpty();
    }
    Element label =
        around != null || question.id().isEmpty()
            ? around
            : scope.selectFirst("label[for=" + question.id() + "]");
    return label != null && !label.text().isBlank();
  }

  private void length(Element question, String key) {
    boolean narrative = question.normalName().equals("textarea");
    int most = narrative ? FormRules.LONGEST_NARRATIVE : FormRules.LONGEST_LINE;
    String longest = question.attr("maxlength");
    if (!longest.matches("[1-9][0-9]{0,4}") || Integer.parseInt(longest) > most) {
      say(key, "needs a longest length of at most " + most + " characters");
    }
  }

  private void condition(Element question, Element scope, Element body) {
    for (Element at = question; at != null && at != scope.parent(); at = at.parent()) {
      if (at.hasAttr("data-show-when")) {
        String[] parts = at.attr("data-show-when").split("=", 2);
        boolean asked =
            parts.length == 2
                && FormRules.isKey(parts[0])
                && body.selectFirst("[name=" + parts[0] + "]") != null;
        if (!asked) {
          say(question.attr("name"), "is shown when key=value, where the form asks for the key");
        }
      }
    }
  }

  private void say(String element, String sentence) {
    findings.add(new Finding(form, element, sentence));
  }
}
