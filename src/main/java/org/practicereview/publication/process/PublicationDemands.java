package org.practicereview.publication.process;

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
  private static final String PLANNED = "publicationPlannedOn";
  private static final String MODE = "publicationMode";

  /** The plan follows what was decided, and leaves the bodies their working days. */
  @Bean
  FormDemand publicationPlan(PublicationGate gate, Answers answers) {
    return demand(
        "publicationPlan",
        (reference, given) -> {
          Map<String, String> wrong = new LinkedHashMap<>();
          String decided =
              answers
                  .latest(reference, "decide-publication", "")
                  .map(decision -> String.valueOf(decision.values().get(MODE)))
                  .orElse("website");
          if (!decided.equals(given.get(MODE))) {
            wrong.put(MODE, "this is not how it was decided");
          }
          try {
            LocalDate earliest = gate.earliestIfSentToday(reference);
            date(given, PLANNED)
                .filter(earliest::isAfter)
                .ifPresent(
                    day ->
                        wrong.put(
                            PLANNED,
                            "the bodies must have the report in time before; the earliest date is "
                                + DAY.format(earliest)));
          } catch (PublicationRefused e) {
            wrong.put(PLANNED, e.getMessage());
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
          if (!isYes(given, "publicationGoesAhead")) {
            return Map.of();
          }
          Map<String, String> wrong = new LinkedHashMap<>();
          LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
          List<String> obstacles = gate.obstacles(reference, today);
          if (!obstacles.isEmpty()) {
            wrong.put("publicationGoesAhead", String.join(". ", obstacles));
          }
          if (!date(given, "publishedOn").filter(today::equals).isPresent()) {
            wrong.put("publishedOn", "it is published today, on no other day");
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
                  "bodiesHeardOn",
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
          return isYes(given, "removeReport") && from.isPresent()
              ? Map.of(
                  "removeReport",
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
                  .latest(reference, "record-panel-comments", "")
                  .map(comments -> "agrees".equals(comments.values().get("panelView")))
                  .orElse(false);
          return strict && !agrees && !"website".equals(given.get(MODE))
              ? Map.of(MODE, "this partnership keeps a report back only if the Panel agrees")
              : Map.of();
        });
  }

  /** An anonymous copy names no place, and what the NSPCC publishes alone is anonymous. */
  @Bean
  FormDemand nspccCopy(NspccPack packs, Preparation preparation) {
    return demand(
        "nspccCopy",
        (reference, given) -> {
          boolean anonymous = isYes(given, "nspccAnonymous");
          if (!anonymous) {
            return preparation.mode(reference).code().equals("nspcc")
                ? Map.of("nspccAnonymous", "it was decided that the place is not named")
                : Map.of();
          }
          Map<String, String> wrong = new LinkedHashMap<>();
          try {
            name(
                wrong,
                "anonymisedReport",
                packs.placesIn(reference, packs.words(reference, given)));
          } catch (PublicationRefused e) {
            wrong.put("anonymisedReport", e.getMessage());
          }
          for (String key : List.of("nspccThemes", "nspccAbstract")) {
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
            return packs.uploaded(given, "improvementInformation").isBlank()
                ? Map.of("improvementInformation", "the file holds no words, only pictures")
                : Map.of();
          } catch (PublicationRefused e) {
            return Map.of("improvementInformation", e.getMessage());
          }
        });
  }

  private static boolean isYes(Map<String, Object> given, String key) {
    return "true".equals(String.valueOf(given.get(key)));
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
