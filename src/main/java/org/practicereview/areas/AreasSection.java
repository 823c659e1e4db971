package org.practicereview.areas;

import static org.practicereview.areas.AreaQuestions.AREA_ANSWER;
import static org.practicereview.areas.AreaQuestions.AREA_ANSWERED_ON;
import static org.practicereview.areas.AreaQuestions.AREA_RETURN;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_PANEL;
import static org.practicereview.areas.AreaQuestions.DEATH_REVIEW_REFERENCE;
import static org.practicereview.areas.AreaQuestions.LEAD_AREA;
import static org.practicereview.areas.AreaQuestions.LEAD_PARTNERSHIP;
import static org.practicereview.areas.AreaQuestions.OTHER_AREAS;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseSection;
import org.practicereview.casefile.CaseView;
import org.practicereview.forms.OptionWords;
import org.practicereview.letters.Letter;
import org.springframework.stereotype.Component;

/** The other areas of a case, what they were told and answered; and the child death review. */
@Component
class AreasSection implements CaseSection {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final OtherAreas areas;
  private final ChildDeathReview deathReview;
  private final CaseFacts facts;
  private final OptionWords options;

  AreasSection(
      OtherAreas areas, ChildDeathReview deathReview, CaseFacts facts, OptionWords options) {
    this.areas = areas;
    this.deathReview = deathReview;
    this.facts = facts;
    this.options = options;
  }

  /** One area as the page shows it. */
  record AreaLine(
      String id,
      String name,
      String part,
      String agreed,
      String told,
      String answer,
      String lead) {}

  @Override
  public Map<String, Object> of(CaseView view) {
    Map<String, Object> shown = new LinkedHashMap<>(Map.of(OTHER_AREAS.key(), List.of()));
    if (view.sight().header()) {
      String reference = view.reference();
      Map<String, Object> known = facts.of(reference);
      shown.put(OTHER_AREAS.key(), lines(reference, known));
      shown.put("thisPartnershipLeads", LEAD_PARTNERSHIP.is("ours", known));
      deathReview
          .partners(reference)
          .ifPresent(
              partners -> {
                shown.put(DEATH_REVIEW_PANEL.key(), DEATH_REVIEW_PANEL.in(known));
                shown.put(DEATH_REVIEW_REFERENCE.key(), DEATH_REVIEW_REFERENCE.in(known));
                shown.put(
                    "deathReviewTold",
                    deathReview.told(reference).map(Letter::status).orElse("not yet"));
              });
    }
    return shown;
  }

  private List<AreaLine> lines(String reference, Map<String, Object> known) {
    Map<String, Letter> told = areas.told(reference);
    Map<String, Map<String, Object>> answered = areas.answered(reference);
    Map<String, Map<String, Object>> returned = areas.returned(reference);
    Map<String, Letter> asked = areas.asked(reference);
    boolean other = LEAD_PARTNERSHIP.is("other", known);
    return areas.of(reference).stream()
        .map(
            area ->
                new AreaLine(
                    area.id(),
                    area.name(),
                    area.part(options),
                    area.agreed(),
                    told.containsKey(area.id()) ? told.get(area.id()).status() : "not yet",
                    answer(answered.getOrDefault(area.id(), Map.of()))
                        + sent(asked.containsKey(area.id()), returned.get(area.id())),
                    other && LEAD_AREA.is(area.id(), known) ? "leads" : ""))
        .toList();
  }

  private static String answer(Map<String, Object> row) {
    return switch (AREA_ANSWER.in(row)) {
      case "answered" ->
          "answered" + AREA_ANSWERED_ON.in(row).map(day -> " on " + DAY.format(day)).orElse("");
      case "no-answer" -> "no answer";
      default -> "not yet";
    };
  }

  private String sent(boolean asked, Map<String, Object> row) {
    if (row == null) {
      return asked ? "; return asked for" : "";
    }
    return "; return: " + options.inSentence(AREA_RETURN, AREA_RETURN.in(row));
  }
}
