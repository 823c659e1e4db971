package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;

@DisplayName("A case, from the referral to the last signature,")
class WholeLifeTest extends StoryTest {

  @ParameterizedTest(name = "in {0}")
  @DisplayName("comes to an end at which nothing is left running")
  @ValueSource(strings = {SOUTH_GLOUCESTERSHIRE, STAFFORDSHIRE, ESSEX})
  void wholeLife(String partnership) {
    Story story = story(partnership, "2026-01-12").referredBy("manager", with());
    story.goesOnUntilTheEnd();

    story.hasEnded("practice-review-complete");
    assertThat(desk.the(Letters.class).of(story.reference))
        .as("letters that still wait for somebody")
        .noneMatch(letter -> letter.state() == LetterState.DRAFT)
        .noneMatch(letter -> letter.state() == LetterState.APPROVED);
    assertThat(bodiesTold(story)).containsAll(Set.of("panel", "ofsted", "dfe"));
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
