package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.ANONYMISED_REPORT;
import static org.practicereview.publication.PublicationQuestions.BODIES_HEARD_ON;
import static org.practicereview.publication.PublicationQuestions.DECIDE_PUBLICATION;
import static org.practicereview.publication.PublicationQuestions.IMPROVEMENT_INFORMATION;
import static org.practicereview.publication.PublicationQuestions.NSPCC_ABSTRACT;
import static org.practicereview.publication.PublicationQuestions.NSPCC_ANONYMOUS;
import static org.practicereview.publication.PublicationQuestions.NSPCC_THEMES;
import static org.practicereview.publication.PublicationQuestions.PANEL_VIEW;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_GOES_AHEAD;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_MODE;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_PLANNED_ON;
import static org.practicereview.publication.PublicationQuestions.PUBLISHED_ON;
import static org.practicereview.publication.PublicationQuestions.RECORD_PANEL_COMMENTS;
import static org.practicereview.publication.PublicationQuestions.REMOVE_REPORT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.PublicationTimes;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.forms.FormDemand;
import org.practicereview.partnership.Partnerships;
import org.practicereview.publication.Body;
import org.practicereview.publication.NspccPack;
import org.practicereview.publication.Preparation;
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
    return demand(
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
          try {
            LocalDate earliest = gate.earliestIfSentToday(reference);
            date(given, PUBLICATION_PLANNED_ON.key())
                .filter(earliest::isAfter)
                .ifPresent(
                    day ->
                        wrong.put(
                            PUBLICATION_PLANNED_ON.key(),
                            "the bodies must have the report in time before; the earliest date is "
                                + DAY.format(earliest)));
            date(given, PUBLICATION_PLANNED_ON.key())
                .flatMap(times::whyNotOn)
                .ifPresent(why -> wrong.putIfAbsent(PUBLICATION_PLANNED_ON.key(), why));
          } catch (PublicationRefused e) {
            wrong.put(PUBLICATION_PLANNED_ON.key(), e.getMessage());
          }
          return wrong;
        });
  }

  /** All that keeps the report from being published today is told together. */
  @Bean
  FormDemand publishable(PublicationGate gate, Clock clock) {
    return demand(
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

  /** Comments can only be heard of bodies that have the report. */
  @Bean
  FormDemand bodiesHaveReport(BodiesLetters letters) {
    return demand(
        "bodiesHaveReport",
        (reference, given) -> {
          List<String> without =
              List.of(Body.values()).stream()
                  .filter(body -> !letters.sent(reference).containsKey(body))
                  .map(Body::title)
                  .toList();
          return without.isEmpty()
              ? Map.of()
              : Map.of(
                  BODIES_HEARD_ON.key(),
                  "the letter has not gone yet to " + String.join(" and ", without));
        });
  }

  /** Nothing is taken down before its year is up. */
  @Bean
  FormDemand removable(Publications publications, Clock clock) {
    return demand(
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

  /** Where the profile asks for the Panel's agreement, nothing is kept back without it. */
  @Bean
  FormDemand finalDecision(CaseFiles cases, Partnerships partnerships, Answers answers) {
    return demand(
        "finalDecision",
        (reference, given) -> {
          boolean strict =
              partnerships
                  .get(cases.get(reference).partnership())
                  .option("panelAgreementToNotPublish");
          boolean agrees =
              answers
                  .latest(reference, RECORD_PANEL_COMMENTS.id(), "")
                  .map(comments -> PANEL_VIEW.is("agrees", comments.values()))
                  .orElse(false);
          return strict && !agrees && !PUBLICATION_MODE.is("website", given)
              ? Map.of(
                  PUBLICATION_MODE.key(),
                  "this partnership keeps a report back only if the Panel agrees")
              : Map.of();
        });
  }

  /** An anonymous copy names no place, and what the NSPCC publishes alone is anonymous. */
  @Bean
  FormDemand nspccCopy(NspccPack packs, Preparation preparation) {
    return demand(
        "nspccCopy",
        (reference, given) -> {
          boolean anonymous = NSPCC_ANONYMOUS.in(given);
          if (!anonymous) {
            return preparation.mode(reference).code().equals("nspcc")
                ? Map.of(NSPCC_ANONYMOUS.key(), "it was decided that the place is not named")
                : Map.of();
          }
          Map<String, String> wrong = new LinkedHashMap<>();
          try {
            name(
                wrong,
                ANONYMISED_REPORT.key(),
                packs.placesIn(reference, packs.words(reference, given)));
          } catch (PublicationRefused e) {
            wrong.put(ANONYMISED_REPORT.key(), e.getMessage());
          }
          for (String key : List.of(NSPCC_THEMES.key(), NSPCC_ABSTRACT.key())) {
            name(wrong, key, packs.placesIn(reference, String.valueOf(given.get(key))));
          }
          return wrong;
        });
  }

  private static void name(Map<String, String> wrong, String key, List<String> places) {
    if (!places.isEmpty()) {
      wrong.put(key, "an anonymous copy must not say " + String.join(", ", places));
    }
  }

  /** What is published in the place of a report can be opened and cleaned. */
  @Bean
  FormDemand readableImprovements(NspccPack packs) {
    return demand(
        "readableImprovements",
        (reference, given) -> {
          try {
            return packs.uploaded(given, IMPROVEMENT_INFORMATION.key()).isBlank()
                ? Map.of(IMPROVEMENT_INFORMATION.key(), "the file holds no words, only pictures")
                : Map.of();
          } catch (PublicationRefused e) {
            return Map.of(IMPROVEMENT_INFORMATION.key(), e.getMessage());
          }
        });
  }

  private static Optional<LocalDate> date(Map<String, Object> given, String key) {
    return Optional.ofNullable(given.get(key)).map(Object::toString).map(LocalDate::parse);
  }

  private static FormDemand demand(
      String name, BiFunction<String, Map<String, Object>, Map<String, String>> problems) {
    return new FormDemand() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Map<String, String> problems(
          String caseReference, String scope, Map<String, Object> answers) {
        return problems.apply(caseReference, answers);
      }
    };
  }
}
