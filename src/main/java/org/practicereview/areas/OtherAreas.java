package org.practicereview.areas;

import static org.practicereview.areas.AreaQuestions.AREA_ANSWERS;
import static org.practicereview.areas.AreaQuestions.AREA_MAKES_RETURN;
import static org.practicereview.areas.AreaQuestions.AREA_RETURNS;
import static org.practicereview.areas.AreaQuestions.OTHER_AREAS;
import static org.practicereview.areas.AreaQuestions.OTHER_AREAS_CONCERNED;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_ID;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.Question;
import org.practicereview.letters.Letter;
import org.practicereview.letters.LetterState;
import org.practicereview.letters.Letters;
import org.springframework.stereotype.Service;

/**
 * The other areas that a case concerns. Who was told and who was asked, the register of letters
 * says; what an area answered is the latest that any form says of its code.
 */
@Service
public class OtherAreas {

  private static final String NEWS = "notification/other-area";
  private static final String REQUEST = "notification/other-area-return";

  private final CaseFacts facts;
  private final Answers answers;
  private final Letters letters;

  OtherAreas(CaseFacts facts, Answers answers, Letters letters) {
    this.facts = facts;
    this.answers = answers;
    this.letters = letters;
  }

  /** Whether the notification says that another area is concerned. */
  public boolean concerned(String caseReference) {
    return OTHER_AREAS_CONCERNED.in(facts.of(caseReference));
  }

  /** Whether an area is recorded. */
  public boolean anyKnown(String caseReference) {
    return !of(caseReference).isEmpty();
  }

  /** Whether an area is recorded that was not told yet. */
  public boolean anyToTell(String caseReference) {
    return !toTell(caseReference).isEmpty();
  }

  /** Whether an area makes a return and was not asked for it yet. */
  public boolean anyToAsk(String caseReference) {
    return !toAsk(caseReference).isEmpty();
  }

  List<OtherArea> of(String caseReference) {
    return OTHER_AREAS.in(facts.of(caseReference)).stream().map(OtherArea::new).toList();
  }

  /** The letters that tell them of the notification, by their codes. */
  Map<String, Letter> told(String caseReference) {
    return written(caseReference, NEWS);
  }

  /** The letters that ask them for a return, by their codes. */
  Map<String, Letter> asked(String caseReference) {
    return written(caseReference, REQUEST);
  }

  List<OtherArea> toTell(String caseReference) {
    Map<String, Letter> told = told(caseReference);
    return of(caseReference).stream().filter(area -> !told.containsKey(area.id())).toList();
  }

  List<OtherArea> toAsk(String caseReference) {
    Map<String, Map<String, Object>> answered = answered(caseReference);
    Map<String, Letter> asked = asked(caseReference);
    return of(caseReference).stream()
        .filter(area -> AREA_MAKES_RETURN.is("yes", answered.getOrDefault(area.id(), Map.of())))
        .filter(area -> !asked.containsKey(area.id()))
        .toList();
  }

  /** What each answered last, as columns of a row, by its code. */
  Map<String, Map<String, Object>> answered(String caseReference) {
    return latest(caseReference, AREA_ANSWERS);
  }

  /** What became of each return, as columns of a row, by the code of the area. */
  Map<String, Map<String, Object>> returned(String caseReference) {
    return latest(caseReference, AREA_RETURNS);
  }

  private Map<String, Map<String, Object>> latest(
      String caseReference, Question<List<Map<String, Object>>> rows) {
    return answers.of(caseReference).stream()
        .flatMap(given -> rows.in(given.values()).stream())
        .collect(
            Collectors.toMap(
                OTHER_AREA_ID::in,
                Function.identity(),
                (earlier, later) -> later,
                LinkedHashMap::new));
  }

  private Map<String, Letter> written(String caseReference, String template) {
    return letters.of(caseReference).stream()
        .filter(letter -> letter.template().equals(template))
        .filter(letter -> letter.state() != LetterState.DISCARDED)
        .collect(Collectors.toMap(OtherAreas::code, Function.identity(), (one, other) -> other));
  }

  /** The code at the end of a recipient, such as {@code A1} of {@code rows:newOtherAreas:A1}. */
  private static String code(Letter letter) {
    return letter.recipientKind().substring(letter.recipientKind().lastIndexOf(':') + 1);
  }
}
