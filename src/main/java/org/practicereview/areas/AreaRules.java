package org.practicereview.areas;

import static org.practicereview.areas.AreaQuestions.AREA_ANSWER;
import static org.practicereview.areas.AreaQuestions.AREA_ANSWERED_ON;
import static org.practicereview.areas.AreaQuestions.AREA_ANSWERS;
import static org.practicereview.areas.AreaQuestions.AREA_RETURN;
import static org.practicereview.areas.AreaQuestions.AREA_RETURNS;
import static org.practicereview.areas.AreaQuestions.AREA_RETURN_FILES;
import static org.practicereview.areas.AreaQuestions.CHILD_LIVES_HERE;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_CONCERNED;
import static org.practicereview.areas.AreaQuestions.INCIDENT_PLACE_KIND;
import static org.practicereview.areas.AreaQuestions.INSIDE_ENGLAND;
import static org.practicereview.areas.AreaQuestions.LEAD_AREA;
import static org.practicereview.areas.AreaQuestions.LEAD_PARTNERSHIP;
import static org.practicereview.areas.AreaQuestions.LEARNING_PRIORITIES;
import static org.practicereview.areas.AreaQuestions.LEARNING_PRIORITY_AREA;
import static org.practicereview.areas.AreaQuestions.NO_PRIORITY_FOR_AREAS;
import static org.practicereview.areas.AreaQuestions.OTHER_AREAS;
import static org.practicereview.areas.AreaQuestions.OTHER_AREAS_CONCERNED;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_ADDRESS;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_EMAIL;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_ID;
import static org.practicereview.areas.AreaQuestions.QUALITY_AGREED;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.FormDemand;
import org.practicereview.forms.Question;
import org.practicereview.letters.Letter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds between the answers about other areas and the child death review. */
@Configuration(proxyBeanMethods = false)
class AreaRules {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final OtherAreas areas;
  private final ChildDeathReview deathReview;
  private final CaseFacts facts;

  AreaRules(OtherAreas areas, ChildDeathReview deathReview, CaseFacts facts) {
    this.areas = areas;
    this.deathReview = deathReview;
    this.facts = facts;
  }

  /** Another area is concerned where the incident, or the child's home, is in one. */
  @Bean
  FormDemand areasConcerned() {
    return FormDemand.of("areasConcerned", this::concerned);
  }

  /** Every area can be written to, and none that was told is lost. */
  @Bean
  FormDemand everyAreaKept() {
    return FormDemand.of("everyAreaKept", this::recorded);
  }

  /** Each area has a row, and an area leads only if it has answered. */
  @Bean
  FormDemand leadHasAnswered() {
    return FormDemand.of("leadHasAnswered", this::agreed);
  }

  /** Each area that was asked has a row, and what is said to be attached is attached. */
  @Bean
  FormDemand everyAreaReturn() {
    return FormDemand.of("everyAreaReturn", this::returned);
  }

  /** What a report says is a priority of learning for every area that the case concerns. */
  @Bean
  FormDemand priorityForEveryArea() {
    return FormDemand.of("priorityForEveryArea", this::prioritised);
  }

  /** Where a child died, the death is reviewed. */
  @Bean
  FormDemand deathIsReviewed() {
    return FormDemand.of(
        "deathIsReviewed",
        (reference, answers, wrong) -> {
          if (!DEATH_REVIEW_CONCERNED.in(answers) && deathReview.childDied(reference)) {
            wrong.put(
                DEATH_REVIEW_CONCERNED.key(),
                "cannot be No: the notification says that a child died");
          }
        });
  }

  private void prioritised(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    Set<String> named =
        LEARNING_PRIORITIES.in(answers).stream()
            .map(LEARNING_PRIORITY_AREA::in)
            .collect(Collectors.toSet());
    String without =
        areas.of(caseReference).stream()
            .filter(area -> !named.contains(area.id()))
            .map(OtherArea::name)
            .collect(Collectors.joining(", "));
    if (QUALITY_AGREED.in(answers)
        && !without.isEmpty()
        && NO_PRIORITY_FOR_AREAS.in(answers).isEmpty()) {
      wrong.put(
          LEARNING_PRIORITIES.key(),
          "name what is to be learned in " + without + ", or say below why nothing is");
    }
  }

  private void concerned(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    boolean elsewhere = INCIDENT_PLACE_KIND.is("elsewhere", facts.of(caseReference));
    boolean livesElsewhere =
        !INSIDE_ENGLAND.in(answers)
            && CHILD_LIVES_HERE.isAnsweredIn(answers)
            && !CHILD_LIVES_HERE.in(answers);
    if (!OTHER_AREAS_CONCERNED.in(answers) && (elsewhere || livesElsewhere)) {
      wrong.put(
          OTHER_AREAS_CONCERNED.key(),
          elsewhere
              ? "cannot be No: the incident happened in another area of England"
              : "cannot be No: the child normally lives in another area, which has the duty to"
                  + " notify");
    }
  }

  private void recorded(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    List<Map<String, Object>> rows = OTHER_AREAS.in(answers);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String code = OTHER_AREA_ID.in(rows.get(i));
      if (!seen.add(code)) {
        wrong.put(
            OTHER_AREAS.at(i, OTHER_AREA_ID), code + " is used twice; choose another code here");
      }
      if (OTHER_AREA_EMAIL.in(rows.get(i)).isBlank()
          && OTHER_AREA_ADDRESS.in(rows.get(i)).isBlank()) {
        wrong.put(
            OTHER_AREAS.at(i, OTHER_AREA_EMAIL),
            "is needed, or else the address to which a letter is posted");
      }
    }
    String lost = missing(areas.told(caseReference).keySet(), seen);
    if (!lost.isEmpty()) {
      wrong.put(OTHER_AREAS.key(), "must keep " + lost + ", which was told already");
    }
  }

  private void agreed(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    List<Map<String, Object>> rows = AREA_ANSWERS.in(answers);
    Map<String, Letter> told = areas.told(caseReference);
    everyRow(
        AREA_ANSWERS, rows, areas.of(caseReference).stream().map(OtherArea::id).toList(), wrong);
    for (int i = 0; i < rows.size(); i++) {
      Letter letter = told.get(OTHER_AREA_ID.in(rows.get(i)));
      if (letter != null
          && letter.sentAt() != null
          && AREA_ANSWERED_ON
              .in(rows.get(i))
              .filter(day -> day.isBefore(LocalDate.ofInstant(letter.sentAt(), LONDON)))
              .isPresent()) {
        wrong.put(
            AREA_ANSWERS.at(i, AREA_ANSWERED_ON), "is before the day on which the area was told");
      }
    }
    boolean answered =
        rows.stream()
            .filter(row -> OTHER_AREA_ID.is(LEAD_AREA.in(answers), row))
            .anyMatch(row -> AREA_ANSWER.is("answered", row));
    if (LEAD_PARTNERSHIP.is("other", answers) && !answered) {
      wrong.put(LEAD_AREA.key(), "can only be an area of this list that has answered");
    }
  }

  private void returned(
      String caseReference, Map<String, Object> answers, Map<String, String> wrong) {
    List<Map<String, Object>> rows = AREA_RETURNS.in(answers);
    everyRow(AREA_RETURNS, rows, areas.asked(caseReference).keySet(), wrong);
    boolean attached = rows.stream().anyMatch(row -> AREA_RETURN.is("attached", row));
    if (attached && AREA_RETURN_FILES.in(answers).isEmpty()) {
      wrong.put(AREA_RETURN_FILES.key(), "are missing: a row says that a return is attached");
    }
  }

  private static void everyRow(
      Question<List<Map<String, Object>>> question,
      List<Map<String, Object>> rows,
      Collection<String> wanted,
      Map<String, String> wrong) {
    List<String> there = rows.stream().map(row -> OTHER_AREA_ID.in(row)).toList();
    String missing = missing(wanted, there);
    if (!missing.isEmpty()) {
      wrong.put(question.key(), "need a row for " + missing);
    } else if (there.size() > wanted.size()) {
      wrong.put(question.key(), "must have one row for each area, and no other");
    }
  }

  private static String missing(Collection<String> wanted, Collection<String> there) {
    return new TreeSet<>(wanted)
        .stream().filter(code -> !there.contains(code)).collect(Collectors.joining(", "));
  }
}
