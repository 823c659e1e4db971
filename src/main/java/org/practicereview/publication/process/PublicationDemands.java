package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.BODIES_TOLD_ANOTHER_WAY;
import static org.practicereview.publication.PublicationQuestions.BODY_TOLD;
import static org.practicereview.publication.PublicationQuestions.BODY_TOLD_ON;
import static org.practicereview.publication.PublicationQuestions.CORRECTED_VERSION;
import static org.practicereview.publication.PublicationQuestions.DECIDE_PUBLICATION;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_CHANGE_AGREED;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_GOES_AHEAD;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_MODE;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_PLANNED_ON;
import static org.practicereview.publication.PublicationQuestions.PUBLISHED_ON;
import static org.practicereview.publication.PublicationQuestions.REMOVE_REPORT;
import static org.practicereview.publication.PublicationQuestions.TAKE_DOWN_ITEM;
import static org.practicereview.publication.PublicationQuestions.TAKE_DOWN_KIND;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.deadlines.PublicationTimes;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.forms.FormDemand;
import org.practicereview.publication.Body;
import org.practicereview.publication.NspccPack;
import org.practicereview.publication.PublicationGate;
import org.practicereview.publication.PublicationRefused;
import org.practicereview.publication.Publications;
import org.practicereview.publication.PublishedItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the forms of publication demand beyond their own rules. The same rules stand behind them in
 * {@link PublicationGate} and {@link Publications}; here they are told to the person before
 * anything is changed.
 */
@Configuration(proxyBeanMethods = false)
class PublicationDemands {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  /** The plan follows what was decided, and leaves the bodies their working days. */
  @Bean
  FormDemand publicationPlan(PublicationGate gate, PublicationTimes times, Answers answers) {
    return FormDemand.of(
        "publicationPlan",
        (reference, given) -> {
          Map<String, String> wrong = new LinkedHashMap<>();
          String decided =
              answers
                  .latest(reference, DECIDE_PUBLICATION.id(), "")
                  .map(decision -> String.valueOf(decision.values().get(PUBLICATION_MODE.key())))
                  .orElse("website");
          if (!PUBLICATION_MODE.is(decided, given)) {
            wrong.put(PUBLICATION_MODE.key(), "this is not how it was decided");
          }
          List<String> holds = gate.holds(reference);
          if (!holds.isEmpty()) {
            wrong.put(PUBLICATION_PLANNED_ON.key(), String.join(". ", holds));
            return wrong;
          }
          try {
            tooEarly(gate, reference, date(given, PUBLICATION_PLANNED_ON.key()))
                .ifPresent(why -> wrong.put(PUBLICATION_PLANNED_ON.key(), why));
            date(given, PUBLICATION_PLANNED_ON.key())
                .flatMap(times::whyNotOn)
                .ifPresent(why -> wrong.putIfAbsent(PUBLICATION_PLANNED_ON.key(), why));
          } catch (PublicationRefused e) {
            wrong.put(PUBLICATION_PLANNED_ON.key(), e.getMessage());
          }
          return wrong;
        });
  }

  /** A change is agreed only while nothing holds it and the bodies have their working days. */
  @Bean
  FormDemand changedDayInTime(PublicationGate gate, CaseFacts facts) {
    return FormDemand.of(
        "changedDayInTime",
        (reference, given) -> {
          if (!PUBLICATION_CHANGE_AGREED.in(given)) {
            return Map.of();
          }
          List<String> holds = gate.holds(reference);
          if (!holds.isEmpty()) {
            return Map.of(
                PUBLICATION_CHANGE_AGREED.key(),
                String.join(". ", holds)
                    + ". Choose No; the day is planned again when publication need not wait");
          }
          try {
            return tooEarly(gate, reference, PUBLICATION_PLANNED_ON.in(facts.of(reference)))
                .map(why -> Map.of(PUBLICATION_CHANGE_AGREED.key(), why + "; choose No"))
                .orElse(Map.of());
          } catch (PublicationRefused e) {
            return Map.of(PUBLICATION_CHANGE_AGREED.key(), e.getMessage() + ". Choose No");
          }
        });
  }

  private static Optional<String> tooEarly(
      PublicationGate gate, String reference, Optional<LocalDate> planned) {
    LocalDate earliest = gate.earliestIfSentToday(reference);
    return planned
        .filter(earliest::isAfter)
        .map(
            day ->
                "the bodies must have the report in time before; the earliest date is "
                    + DAY.format(earliest));
  }

  /** All that keeps the report from being published today is told together. */
  @Bean
  FormDemand publishable(PublicationGate gate, Clock clock) {
    return FormDemand.of(
        "publishable",
        (reference, given) -> {
          if (!PUBLICATION_GOES_AHEAD.in(given)) {
            return Map.of();
          }
          Map<String, String> wrong = new LinkedHashMap<>();
          LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
          List<String> obstacles = gate.obstacles(reference, today);
          if (!obstacles.isEmpty()) {
            wrong.put(PUBLICATION_GOES_AHEAD.key(), String.join(". ", obstacles));
          }
          if (!date(given, PUBLISHED_ON.key()).filter(today::equals).isPresent()) {
            wrong.put(PUBLISHED_ON.key(), "it is published today, on no other day");
          }
          return wrong;
        });
  }

  /** A body has the report when its mail was taken, or a person says how else it got it. */
  @Bean
  FormDemand bodiesHaveReport(PublicationGate gate) {
    return FormDemand.of(
        "bodiesHaveReport",
        (reference, given) -> {
          Map<String, String> wrong = new LinkedHashMap<>();
          List<Body> without = new ArrayList<>(gate.without(reference));
          List<Map<String, Object>> rows = BODIES_TOLD_ANOTHER_WAY.in(given);
          for (int row = 0; row < rows.size(); row++) {
            String field = BODIES_TOLD_ANOTHER_WAY.at(row, BODY_TOLD_ON);
            BODY_TOLD_ON
                .in(rows.get(row))
                .flatMap(on -> gate.notToldOn(reference, on))
                .ifPresent(why -> wrong.put(field, why));
            Body.of(BODY_TOLD.in(rows.get(row))).ifPresent(without::remove);
          }
          if (!without.isEmpty()) {
            wrong.put(
                BODIES_TOLD_ANOTHER_WAY.key(),
                "no mail with this version was taken yet for %s. Wait for it, correct the address, or say how else they got it"
                    .formatted(
                        without.stream().map(Body::title).collect(Collectors.joining(" and "))));
          }
          return wrong;
        });
  }

  /** Nothing is taken down before its year is up. */
  @Bean
  FormDemand removable(Publications publications, Clock clock) {
    return FormDemand.of(
        "removable",
        (reference, given) -> {
          LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
          Optional<LocalDate> from =
              publications.ofCase(reference).stream()
                  .filter(item -> !item.isBrief() && !item.isRemoved())
                  .map(PublishedItem::earliestRemovalOn)
                  .filter(today::isBefore)
                  .findFirst();
          return REMOVE_REPORT.in(given) && from.isPresent()
              ? Map.of(
                  REMOVE_REPORT.key(),
                  "it stays for a year at least and can be taken down from "
                      + DAY.format(from.get()))
              : Map.of();
        });
  }

  /** Only what stands there can be taken down, and only a readable file can take its place. */
  @Bean
  FormDemand takeDownPossible(Publications publications, NspccPack packs) {
    return FormDemand.of(
        "takeDownPossible",
        (reference, given) -> {
          Map<String, String> wrong = new LinkedHashMap<>();
          boolean replace = TAKE_DOWN_KIND.is("replace", given);
          boolean there =
              publications
                  .withdrawable(reference, TAKE_DOWN_ITEM.is("brief", given))
                  .filter(item -> replace || !item.isRemoved())
                  .isPresent();
          if (!there) {
            wrong.put(TAKE_DOWN_ITEM.key(), "this does not stand on the public pages");
          }
          if (replace) {
            packs
                .unreadable(given, CORRECTED_VERSION.key())
                .ifPresent(why -> wrong.put(CORRECTED_VERSION.key(), why));
          }
          return wrong;
        });
  }

  private static Optional<LocalDate> date(Map<String, Object> given, String key) {
    return Optional.ofNullable(given.get(key)).map(Object::toString).map(LocalDate::parse);
  }
}
