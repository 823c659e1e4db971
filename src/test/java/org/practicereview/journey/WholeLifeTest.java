package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;

@DisplayName("A case, from the referral to the last signature,")
class WholeLifeTest extends StoryTest {

  private static final Pattern OPTION =
      Pattern.compile("\\$\\{profile.option\\(execution,'(\\w+)'");

  @ParameterizedTest(name = "in {0}")
  @DisplayName("comes to an end at which nothing is left running")
  @ValueSource(strings = {SOUTH_GLOUCESTERSHIRE, STAFFORDSHIRE, ESSEX})
  void wholeLife(String partnership) {
    Story story = story(partnership, "2026-01-12").referredBy("manager", with());
    story.goesOnUntilTheEnd();

    story.hasEnded("practice-review-complete");
    assertThat(desk.the(Letters.class).of(story.reference))
        .as("letters that still wait for someone")
        // A trainer without an e-mail address: the business manager marks the letter on its page.
        .filteredOn(letter -> !letter.template().equals("postpublication/learning-brief-training"))
        .noneMatch(Letter::waits);
    assertThat(bodiesTold(story)).containsAll(Set.of("panel", "ofsted", "dfe"));
    tellsWhatWasLeftOut(story);
    invariantsHold(story);
  }

  /** The trail names each step that the partnership does not take, and no other one. */
  private void tellsWhatWasLeftOut(Story story) {
    Partnership profile = desk.the(Partnerships.class).get(story.partnership);
    Set<String> done = done(story);
    Set<String> leftOut =
        allFlows()
            .filter(flow -> done.contains(flow.getSource().getId()))
            .filter(flow -> isOff(flow, profile))
            .map(flow -> flow.getTarget().getName())
            .collect(Collectors.toSet());
    assertThat(leftOut).isNotEmpty();
    assertThat(
            desk.the(AuditTrail.class).of(story.reference).stream()
                .map(AuditEntry::sentence)
                .filter(sentence -> sentence.contains("Step not used by this partnership"))
                .map(sentence -> sentence.replaceFirst(".*partnership: (.*)[.]", "$1"))
                .collect(Collectors.toSet()))
        .isEqualTo(leftOut);
  }

  private static boolean isOff(SequenceFlow flow, Partnership profile) {
    Matcher option = OPTION.matcher(flow.getConditionExpression().getTextContent());
    return option.lookingAt() && !profile.option(option.group(1));
  }

  private Stream<SequenceFlow> allFlows() {
    RepositoryService repository = desk.the(RepositoryService.class);
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .flatMap(
            definition ->
                repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(SequenceFlow.class)
                    .stream())
        .filter(flow -> flow.getConditionExpression() != null);
  }

  private Set<String> bodiesTold(Story story) {
    return desk.the(Letters.class).of(story.reference).stream()
        .map(Letter::recipientKind)
        .collect(Collectors.toSet());
  }

  private Set<String> done(Story story) {
    return desk
        .the(HistoryService.class)
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(story.reference)
        .list()
        .stream()
        .flatMap(
            instance ->
                desk
                    .the(HistoryService.class)
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .stream())
        .map(HistoricActivityInstance::getActivityId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
