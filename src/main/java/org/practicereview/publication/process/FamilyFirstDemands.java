package org.practicereview.publication.process;

import static org.practicereview.publication.PublicationQuestions.AGAINST_PANEL_REASONS;
import static org.practicereview.publication.PublicationQuestions.CHILDREN_TOLD;
import static org.practicereview.publication.PublicationQuestions.CHILD_CONTACTS;
import static org.practicereview.publication.PublicationQuestions.CHILD_CONTACT_CONSENT;
import static org.practicereview.publication.PublicationQuestions.CHILD_CONTACT_ID;
import static org.practicereview.publication.PublicationQuestions.CHILD_CONTACT_SAFE;
import static org.practicereview.publication.PublicationQuestions.FAMILY_CONTACTS;
import static org.practicereview.publication.PublicationQuestions.FAMILY_CONTACT_ID;
import static org.practicereview.publication.PublicationQuestions.FAMILY_DECLINED_HOW;
import static org.practicereview.publication.PublicationQuestions.FAMILY_NOT_READ_REASONS;
import static org.practicereview.publication.PublicationQuestions.FAMILY_NOT_TOLD;
import static org.practicereview.publication.PublicationQuestions.FAMILY_NOT_TOLD_REASONS;
import static org.practicereview.publication.PublicationQuestions.FAMILY_READ_WITH_ROLE;
import static org.practicereview.publication.PublicationQuestions.FAMILY_TOLD_OF_DAY;
import static org.practicereview.publication.PublicationQuestions.FAMILY_WHO_COULD_NOT;
import static org.practicereview.publication.PublicationQuestions.FAMILY_WHO_DECLINED;
import static org.practicereview.publication.PublicationQuestions.FAMILY_WHO_READ;
import static org.practicereview.publication.PublicationQuestions.PANEL_ANSWER_BY;
import static org.practicereview.publication.PublicationQuestions.PANEL_VIEW;
import static org.practicereview.publication.PublicationQuestions.PUBLICATION_MODE;
import static org.practicereview.publication.PublicationQuestions.RECORD_PANEL_COMMENTS;
import static org.practicereview.publication.PublicationQuestions.SEAL_PREPARATIONS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.forms.FormDemand;
import org.practicereview.partnership.Partnerships;
import org.practicereview.publication.FamilyReading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is promised to the family and to the Panel where a report may not be published: the family
 * sees it first, and the Panel's answer is waited for or gone against with a reason.
 */
@Configuration(proxyBeanMethods = false)
class FamilyFirstDemands {

  /** Who is left out is one of the family, and asked for it; a child may be written to. */
  @Bean
  FormDemand familyIsKnown(CaseFacts facts) {
    return FormDemand.of(
        "familyIsKnown",
        (reference, given, wrong) -> {
          Map<String, Object> known = facts.of(reference);
          List<String> family =
              FAMILY_CONTACTS.in(known).stream().map(FAMILY_CONTACT_ID::in).toList();
          unknown(FAMILY_NOT_TOLD.in(given), family)
              .forEach(code -> wrong.put(FAMILY_NOT_TOLD.key(), notInList(code)));
          if (!FAMILY_NOT_TOLD.in(given).isEmpty() && FAMILY_NOT_TOLD_REASONS.in(given).isEmpty()) {
            wrong.put(FAMILY_NOT_TOLD_REASONS.key(), "say how they asked for it, and when");
          }
          childrenMayBeTold(known, given, wrong);
        });
  }

  /** A child gets a letter only where it is recorded that it is safe and agreed to. */
  @Bean
  FormDemand childrenMayBeTold(CaseFacts facts) {
    return FormDemand.of(
        "childrenMayBeTold",
        (reference, given, wrong) -> childrenMayBeTold(facts.of(reference), given, wrong));
  }

  private static void childrenMayBeTold(
      Map<String, Object> known, Map<String, Object> given, Map<String, String> wrong) {
    List<String> children =
        CHILD_CONTACTS.in(known).stream()
            .filter(row -> CHILD_CONTACT_SAFE.is("yes", row))
            .filter(row -> List.of("given", "own").contains(CHILD_CONTACT_CONSENT.in(row)))
            .map(CHILD_CONTACT_ID::in)
            .toList();
    unknown(CHILDREN_TOLD.in(given), children)
        .forEach(
            code ->
                wrong.put(
                    CHILDREN_TOLD.key(),
                    "no letter can go to %s: it is not recorded that it is safe and that"
                            .formatted(code)
                        + " consent was given"));
  }

  /** Each of the family stands in one of the three lists; whoever could not read has a reason. */
  @Bean
  FormDemand familyReadingRecorded(FamilyReading reading) {
    return FormDemand.of(
        "familyReadingRecorded",
        (reference, given, wrong) -> {
          boolean told = FAMILY_TOLD_OF_DAY.is("yes", given);
          List<String> couldNot = FAMILY_WHO_COULD_NOT.in(given);
          if (told && !reading.isFamilyKnown(reference)) {
            wrong.put(
                FAMILY_TOLD_OF_DAY.key(),
                "the case file lists no one in the family; say that they could not be reached");
          }
          if (reading.isOpen(reference)) {
            List<String> toTell = reading.toTell(reference);
            List<String> placed =
                Stream.of(FAMILY_WHO_READ, FAMILY_WHO_DECLINED, FAMILY_WHO_COULD_NOT)
                    .flatMap(list -> list.in(given).stream())
                    .toList();
            List<String> missing = new ArrayList<>(toTell);
            missing.removeAll(placed);
            if (!missing.isEmpty()) {
              wrong.put(
                  FAMILY_WHO_READ.key(),
                  "say of %s whether they have read it".formatted(String.join(", ", missing)));
            }
            if (placed.stream().distinct().count() < placed.size()) {
              wrong.put(FAMILY_WHO_READ.key(), "put each family member in one list only");
            }
          }
          if (!FAMILY_WHO_READ.in(given).isEmpty() && FAMILY_READ_WITH_ROLE.in(given).isEmpty()) {
            wrong.put(FAMILY_READ_WITH_ROLE.key(), "say who was with them");
          }
          if (!FAMILY_WHO_DECLINED.in(given).isEmpty() && FAMILY_DECLINED_HOW.in(given).isEmpty()) {
            wrong.put(FAMILY_DECLINED_HOW.key(), "say how they said so, and when");
          }
          if ((!told || !couldNot.isEmpty()) && FAMILY_NOT_READ_REASONS.in(given).isEmpty()) {
            wrong.put(
                FAMILY_NOT_READ_REASONS.key(), "say what was tried; a second person looks at it");
          }
        });
  }

  /** No report is sealed before the family has read it, or two people have agreed why not. */
  @Bean
  FormDemand familyReadBeforeSeal(FamilyReading reading) {
    return FormDemand.of(
        "familyReadBeforeSeal",
        (reference, given) ->
            reading.isSettledSinceDecision(reference)
                ? Map.of()
                : Map.of(
                    SEAL_PREPARATIONS.key(),
                    "the family has to see the report first. Record how they read it, or have a"
                        + " second person agree why they did not; after sealing no one can"));
  }

  /** Where the profile asks for the Panel's agreement, the request sets a day for the answer. */
  @Bean
  FormDemand panelIsAsked(CaseFiles cases, Partnerships partnerships) {
    return FormDemand.of(
        "panelIsAsked",
        (reference, given) ->
            asksForAgreement(cases, partnerships, reference) && PANEL_ANSWER_BY.in(given).isEmpty()
                ? Map.of(PANEL_ANSWER_BY.key(), "say by when the Panel is asked to answer")
                : Map.of());
  }

  /** The Panel's answer is there, or the day that was set for it is over. */
  @Bean
  FormDemand panelHasAnswered(CaseFacts facts, Clock clock) {
    return FormDemand.of(
        "panelHasAnswered",
        (reference, given) -> {
          LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDayCalendar.ZONE);
          boolean early =
              PANEL_ANSWER_BY
                  .in(facts.of(reference))
                  .filter(day -> !day.isBefore(today))
                  .isPresent();
          return PANEL_VIEW.is("no-answer", given) && early
              ? Map.of(PANEL_VIEW.key(), "the day that the Panel was given is not over yet")
              : Map.of();
        });
  }

  /** Whoever decides against the Panel, or without the agreement it was asked for, says why. */
  @Bean
  FormDemand finalDecision(CaseFiles cases, Partnerships partnerships, Answers answers) {
    return FormDemand.of(
        "finalDecision",
        (reference, given) -> {
          String view =
              answers
                  .latest(reference, RECORD_PANEL_COMMENTS.id(), "")
                  .map(comments -> PANEL_VIEW.in(comments.values()))
                  .orElse("");
          boolean against =
              view.equals("does-not-agree")
                  || !view.equals("agrees") && asksForAgreement(cases, partnerships, reference);
          return against
                  && !PUBLICATION_MODE.is("website", given)
                  && AGAINST_PANEL_REASONS.in(given).isEmpty()
              ? Map.of(
                  AGAINST_PANEL_REASONS.key(),
                  "the Panel has not agreed. Say why the report is kept back all the same; the"
                      + " Panel and the partners are told")
              : Map.of();
        });
  }

  private static boolean asksForAgreement(
      CaseFiles cases, Partnerships partnerships, String reference) {
    return partnerships
        .get(cases.get(reference).partnership())
        .option("panelAgreementToNotPublish");
  }

  private static Stream<String> unknown(List<String> codes, List<String> known) {
    return codes.stream().filter(code -> !known.contains(code));
  }

  private static String notInList(String code) {
    return "there is no %s in the list of the family".formatted(code);
  }
}
