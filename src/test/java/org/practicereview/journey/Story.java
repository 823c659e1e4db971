package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;
import org.practicereview.demonstration.SampleAnswers;
import org.practicereview.engine.ElementProperties;
import org.practicereview.journey.TasklistUser.Answer;

/**
 * A case, told as the people who work on it. Everyone does a task as Tasklist does it: find it,
 * claim it, open the form, send the form. The first time a task is met in a partnership, someone
 * with another role, and someone with the same role elsewhere, try the same before and are refused.
 */
final class Story extends ToldCase {

  private static final SampleAnswers SAMPLES = SampleAnswers.packaged();
  private static final Pattern REFERENCE = Pattern.compile("(SG|ST|ES)-\\d{4}-\\d{4,}");

  private static final int MOST_STEPS = 400;

  /** Their documentation says: leave it open while agencies can still answer. */
  private static final Set<String> WHEN_OTHERS_ARE_SILENT =
      Set.of("endFollowUp", "endLearningAnswers", "endMembersAnswers", "settleWithoutRest");

  private UnaryOperator<Map<String, Object>> hand = UnaryOperator.identity();
  private Consumer<Story> onlooker = story -> {};

  Story(Desk desk, String partnership, String day) {
    super(desk, partnership);
    Desk.itIs(LocalDate.parse(day));
  }

  /** Answers that differ from the samples, as key, value, key, value; null leaves one out. */
  static Map<String, Object> with(Object... keysAndValues) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      answers.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return answers;
  }

  /** Someone looks at the case before each task is done. */
  Story watchedBy(Consumer<Story> onlooker) {
    this.onlooker = onlooker;
    return this;
  }

  /** From now on everything that anyone writes is changed like this before it is sent. */
  Story writtenBy(UnaryOperator<Map<String, Object>> hand) {
    this.hand = hand;
    return this;
  }

  /** It becomes that day; what was waiting for a day up to then happens. */
  Story on(String day) {
    Desk.itIs(LocalDate.parse(day));
    if (reference != null) {
      desk.runTimers(reference);
    }
    return this;
  }

  /** Someone without an account sends the form of the public page. */
  Story referredOnThePublicPage(Map<String, Object> different) {
    Answer answer = desk.visitor().refers(partnership, referral(different)).expect(200);
    Matcher given = REFERENCE.matcher(answer.text());
    assertThat(given.find()).as("the page names the reference").isTrue();
    reference = given.group();
    desk.runJobs(reference);
    return this;
  }

  /** Staff take a referral down in Tasklist. */
  Story referredBy(String who, Map<String, Object> different) {
    reference = user(who).startReferral(referral(different)).expect(200).body().path("id").asText();
    desk.runJobs(reference);
    return this;
  }

  Map<String, Object> referral(Map<String, Object> different) {
    return merged(SAMPLES.of("refer-incident", Desk.today()), different);
  }

  /** Someone does a task with the sample answers. */
  Story does(String who, String task) {
    return does(who, task, Map.of());
  }

  /** Someone does a task; others are refused first. */
  Story does(String who, String task, Map<String, Object> different) {
    onlooker.accept(this);
    JsonNode found = task(who, task);
    othersAreRefused(who, found);
    Onlookers.areRefused(this);
    Answer answer = send(who, found, different);
    assertThat(answer.status()).as("%s by %s: %s", task, who, answer.text()).isEqualTo(204);
    desk.runJobs(reference);
    return this;
  }

  /**
   * The case goes on with the sample answers, done by those whose work it is, until this task is
   * open; where no one has anything to do, the clock moves to the next timer.
   */
  Story goesOnUntil(String task) {
    return goesOnUntil(task, Set.of());
  }

  /** The same, while no one does some tasks. */
  Story goesOnUntil(String task, Set<String> left) {
    return goesOn(open -> open.contains(task), left, task);
  }

  /** The case goes on like that until it is closed. */
  Story goesOnUntilTheEnd() {
    return goesOn(open -> !caseFile().isOpen(), Set.of(), "the end");
  }

  private Story goesOn(Predicate<Set<String>> arrived, Set<String> left, String where) {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (arrived.test(open())) {
        return this;
      }
      Optional<Task> next =
          desk.tasks(reference).stream()
              .filter(task -> !left.contains(nameOf(task)))
              .min(Comparator.comparing(task -> WHEN_OTHERS_ARE_SILENT.contains(nameOf(task))));
      if (next.isPresent()) {
        does(someone(next.get()), nameOf(next.get()));
      } else {
        desk.moveToNextTimer(reference);
      }
    }
    throw new AssertionError(reference + " never gets to " + where + "; open: " + open());
  }

  private static String nameOf(Task task) {
    return task.getTaskDefinitionKey().replaceFirst("^userTask_", "");
  }

  /**
   * Someone whose task it is; in an agency, one person writes and another one approves. Whoever has
   * done what another person must do is the last to be asked.
   */
  private String someone(Task task) {
    boolean approval = nameOf(task).startsWith("approve");
    Set<String> others = whoMustBeAnother(task);
    return desk.candidates(task).stream()
        .filter(
            user ->
                user.contains("-approver-")
                    == (approval && user.matches("..-(author|approver)-.*")))
        .sorted(Comparator.comparing(others::contains))
        .map(user -> user.substring(user.indexOf('-') + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No one can do " + task.getName()));
  }

  private Set<String> whoMustBeAnother(Task task) {
    BaseElement element =
        desk.the(RepositoryService.class)
            .getBpmnModelInstance(task.getProcessDefinitionId())
            .getModelElementById(task.getTaskDefinitionKey());
    List<String> forms = ElementProperties.of(element).list("anotherPersonThan");
    return desk.the(Answers.class).of(reference).stream()
        .filter(given -> forms.contains(given.form()))
        .map(FormAnswers::by)
        .collect(Collectors.toSet());
  }

  /** Someone sends the form of a task, and the service answers. */
  Answer tries(String who, String task, Map<String, Object> different) {
    return send(who, task(who, task), different);
  }

  /** Someone who claimed a task gives it back. */
  Story putsBack(String who, String task) {
    String id = task(who, task).path("id").asText();
    user(who).post("engine:task/" + id + "/unclaim", Map.of()).expect(204);
    return this;
  }

  private Answer send(String who, JsonNode task, Map<String, Object> different) {
    TasklistUser user = user(who);
    String id = task.path("id").asText();
    if (!user.userId().equals(task.path("assignee").asText())) {
      user.claim(id).expect(204);
    }
    user.get("engine:task/" + id + "/deployed-form").expect(200);
    return user.submitForm(id, filledIn(who, task, different));
  }

  /** The form as it opens, then what the samples say, then what this story says. */
  Map<String, Object> filledIn(String who, JsonNode task, Map<String, Object> different) {
    Map<String, Object> values = OpenForm.asItOpens(user(who), task);
    values.putAll(SAMPLES.of(OpenForm.nameOf(task), Desk.today()));
    return merged(values, different);
  }

  private Map<String, Object> merged(Map<String, Object> values, Map<String, Object> different) {
    Map<String, Object> merged = new LinkedHashMap<>(values);
    merged.putAll(SampleAnswers.dated(different, Desk.today()));
    merged.values().removeIf(value -> value == null);
    return hand.apply(SampleAnswers.chosen(merged));
  }

  /** The task with this element id, as this person sees it. */
  JsonNode task(String who, String name) {
    return user(who)
        .task(reference, "userTask_" + name)
        .orElseThrow(
            () ->
                new AssertionError(
                    who + " does not see " + name + "; open in " + reference + ": " + open()));
  }

  private void othersAreRefused(String who, JsonNode task) {
    if (!Told.CLAIMS.first(partnership + "-" + who, task.path("taskDefinitionKey").asText())) {
      return;
    }
    String elsewhere = partnership.equals("essex") ? "sg-" : "es-";
    TasklistUser stranger = user(isFor("subgroup", task) ? "communications" : "subgroup");
    for (TasklistUser one : List.of(stranger, desk.user(elsewhere + who))) {
      assertThat(one.claim(task.path("id").asText()).status()).isEqualTo(404);
    }
    stranger(stranger, task);
    stranger(desk.user(elsewhere + who), task);
  }

  private boolean isFor(String who, JsonNode task) {
    return desk.tasks(reference).stream()
        .filter(open -> open.getId().equals(task.path("id").asText()))
        .anyMatch(open -> desk.candidates(open).contains(user(who).userId()));
  }

  private void stranger(TasklistUser stranger, JsonNode task) {
    String id = task.path("id").asText();
    int answers = desk.the(Answers.class).of(reference).size();
    assertThat(stranger.task(reference, task.path("taskDefinitionKey").asText())).isEmpty();
    assertThat(stranger.formVariables(id).status()).isIn(403, 404);
    assertThat(stranger.submitForm(id, SAMPLES.of(OpenForm.nameOf(task), Desk.today())).status())
        .isIn(403, 404);
    assertThat(desk.tasks(reference))
        .filteredOn(open -> open.getId().equals(id))
        .singleElement()
        .satisfies(open -> assertThat(open.getAssignee()).isIn(null, assignee(task)));
    assertThat(desk.the(Answers.class).of(reference)).hasSize(answers);
  }

  private static String assignee(JsonNode task) {
    return task.hasNonNull("assignee") ? task.path("assignee").asText() : null;
  }

  /** Someone uses one of the forms on the case page; gives the page that they see then. */
  Answer presses(String who, String action, Map<String, Object> fields) {
    String page = "/case/" + reference;
    Answer answer = user(who).submitPage(page, page + "/" + action, fields);
    desk.runJobs(reference);
    return answer.status() == 302 ? user(who).get(page) : answer;
  }
}
