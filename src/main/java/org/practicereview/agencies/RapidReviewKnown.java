package org.practicereview.agencies;

import static org.practicereview.agencies.AgencyQuestions.ATTENDEE_AGENCY;
import static org.practicereview.agencies.AgencyQuestions.CHILDREN;
import static org.practicereview.agencies.AgencyQuestions.CHILD_ADDRESS;
import static org.practicereview.agencies.AgencyQuestions.CHILD_BORN_ON;
import static org.practicereview.agencies.AgencyQuestions.CHILD_NAME;
import static org.practicereview.agencies.AgencyQuestions.COMPLETE_AGENCY_RETURN;
import static org.practicereview.agencies.AgencyQuestions.EARLY_LEARNING;
import static org.practicereview.agencies.AgencyQuestions.FAMILY_MEMBERS;
import static org.practicereview.agencies.AgencyQuestions.FURTHER_ACTIONS;
import static org.practicereview.agencies.AgencyQuestions.IMMEDIATE_ACTION;
import static org.practicereview.agencies.AgencyQuestions.MEETING_ATTENDEES;
import static org.practicereview.agencies.AgencyQuestions.PARALLEL_PROCESSES;
import static org.practicereview.agencies.AgencyQuestions.PROCESS_CONTACT;
import static org.practicereview.agencies.AgencyQuestions.PROCESS_KIND;
import static org.practicereview.agencies.AgencyQuestions.PROCESS_LIMITS;
import static org.practicereview.agencies.AgencyQuestions.REPORT_PARALLEL_PROCESSES;
import static org.practicereview.agencies.AgencyQuestions.RETURN_IMMEDIATE_ACTION;
import static org.practicereview.agencies.AgencyQuestions.RETURN_PARALLEL_PROCESSES;
import static org.practicereview.agencies.AgencyQuestions.SAFETY_AND_SHARING;
import static org.practicereview.agencies.AgencyQuestions.SEARCH_DETAILS;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.forms.OptionWords;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * What referral, notification and returns have said already and the forms of the rapid review need
 * not be told again: whom agencies search for, what was done for the children's safety, which other
 * processes there are, and which agencies belong at the meeting. The business manager alone fills
 * these forms in.
 */
@Component
class RapidReviewKnown implements MoreFacts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /** Characters that the form takes for what was done, with room to write. */
  private static final int MOST = 18_000;

  /** The same for other processes. */
  private static final int MOST_OF_PROCESSES = 3500;

  private final CaseAgencies agencies;
  private final CaseFiles cases;
  private final CaseFacts facts;
  private final Answers answers;
  private final Partnerships partnerships;
  private final OptionWords options;

  RapidReviewKnown(
      CaseAgencies agencies,
      CaseFiles cases,
      CaseFacts facts,
      Answers answers,
      Partnerships partnerships,
      OptionWords options) {
    this.agencies = agencies;
    this.cases = cases;
    this.facts = facts;
    this.answers = answers;
    this.partnerships = partnerships;
    this.options = options;
  }

  @Override
  public Set<String> keys() {
    return Set.of(
        SEARCH_DETAILS.key(),
        SAFETY_AND_SHARING.key(),
        REPORT_PARALLEL_PROCESSES.key(),
        MEETING_ATTENDEES.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> told = facts.of(caseReference);
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    List<CaseAgency> involved =
        agencies.of(caseReference).stream().filter(CaseAgency::isInvolved).toList();
    Map<String, Object> known = new LinkedHashMap<>();
    known.put(SEARCH_DETAILS.key(), toSearchFor(told));
    known.put(SAFETY_AND_SHARING.key(), cut(lines(safety(told, involved, partnership)), MOST));
    known.put(
        REPORT_PARALLEL_PROCESSES.key(),
        cut(lines(processes(told, involved, partnership)), MOST_OF_PROCESSES));
    known.put(
        MEETING_ATTENDEES.key(),
        involved.stream()
            .map(one -> Map.of(ATTENDEE_AGENCY.key(), partnership.agencyName(one.agency())))
            .toList());
    // What someone has answered counts more than what follows from earlier forms.
    known.keySet().removeIf(key -> told.get(key) != null);
    known.values().removeIf(value -> value.equals("") || value.equals(List.of()));
    return known;
  }

  /** The children as the notification names them, or the referral; then the family, one a line. */
  private static String toSearchFor(Map<String, Object> told) {
    List<Map<String, Object>> children = CHILDREN.in(told);
    Stream<Map<String, Object>> searched = children.isEmpty() ? Stream.of(told) : children.stream();
    return lines(
        Stream.concat(
            searched.map(child -> child(child, told)), Stream.of(FAMILY_MEMBERS.in(told).strip())));
  }

  /** One child; of the address the referral says more than the notification has to. */
  private static String child(Map<String, Object> child, Map<String, Object> told) {
    String referred =
        CHILD_NAME.in(told).equals(CHILD_NAME.in(child)) ? CHILD_ADDRESS.in(told) : "";
    String address = referred.isBlank() ? CHILD_ADDRESS.in(child) : referred;
    return Stream.of(
            CHILD_NAME.in(child),
            CHILD_BORN_ON.in(child).map(day -> "born on " + DAY.format(day)).orElse(""),
            address.strip().replaceAll("\\s*\\R\\s*", ", "))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private Stream<String> safety(
      Map<String, Object> told, List<CaseAgency> involved, Partnership partnership) {
    return Stream.concat(
        Stream.of(
            said("Done at once", IMMEDIATE_ACTION.in(told)),
            said("Decided after the notification", FURTHER_ACTIONS.in(told)),
            said("Learning shared", EARLY_LEARNING.in(told))),
        involved.stream()
            .map(
                one ->
                    said(
                        partnership.agencyName(one.agency()),
                        RETURN_IMMEDIATE_ACTION.in(returned(one)))));
  }

  private Stream<String> processes(
      Map<String, Object> told, List<CaseAgency> involved, Partnership partnership) {
    List<String> processes = new ArrayList<>();
    processes.add(said("From the referral", PARALLEL_PROCESSES.in(told)));
    for (CaseAgency one : involved) {
      for (Map<String, Object> row : RETURN_PARALLEL_PROCESSES.in(returned(one))) {
        processes.add(
            said(
                partnership.agencyName(one.agency()),
                Stream.of(
                        options.of(PROCESS_KIND, PROCESS_KIND.in(row)),
                        PROCESS_CONTACT.in(row),
                        PROCESS_LIMITS.in(row))
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining("; "))));
      }
    }
    return processes.stream();
  }

  private Map<String, Object> returned(CaseAgency one) {
    return answers
        .latest(one.caseReference(), COMPLETE_AGENCY_RETURN.id(), one.agency())
        .map(given -> given.values())
        .orElse(Map.of());
  }

  private static String said(String who, String what) {
    return what.isBlank() ? "" : who + ": " + what.strip();
  }

  /** A text that its question takes; the page of the case has the rest. */
  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most).strip() + " …";
  }

  private static String lines(Stream<String> said) {
    return said.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }
}
