package org.practicereview.letters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.ReturnState;
import org.practicereview.forms.CaseRecords;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a template may say: the facts it declares, and what is known about letter, partnership,
 * clocks and agencies. Plain maps only.
 */
@Component
class LetterValues {

  private static final Map<ReturnState, String> STATES =
      Map.of(
          ReturnState.ASKED, "asked, no answer yet",
          ReturnState.OVERDUE, "late, no answer yet",
          ReturnState.NOT_INVOLVED, "says that it was not involved",
          ReturnState.RETURNED, "has sent its return",
          ReturnState.RETURNED_LATE, "has sent its return, late");

  /** Under which name a template finds the words of the partnership. */
  static final String OWN_WORDS = "ownWords";

  /** What stands for the partnership where nothing may tell the place. */
  private static final String NO_PLACE = "Safeguarding partners for children";

  static final Map<String, String> PARTNERS = new LinkedHashMap<>();

  static {
    PARTNERS.put("local-authority", "Local authority");
    PARTNERS.put("police", "Police");
    PARTNERS.put("health", "Health");
  }

  private final CaseFacts facts;
  private final CaseAgencies agencies;
  private final ClockFacts clocks;
  private final CodesInWords codes;
  private final Clock clock;
  private final List<OwnLink> ownLinks;
  private final String address;

  LetterValues(
      CaseFacts facts,
      CaseAgencies agencies,
      ClockFacts clocks,
      CodesInWords codes,
      Clock clock,
      List<OwnLink> ownLinks,
      @Value("${practice-review.address}") String address) {
    this.facts = facts;
    this.agencies = agencies;
    this.clocks = clocks;
    this.codes = codes;
    this.clock = clock;
    this.ownLinks = ownLinks;
    this.address = address.replaceAll("/+$", "");
  }

  /** Everything a template may use for one recipient. */
  Map<String, Object> of(
      LetterTemplate template,
      CaseFile caseFile,
      Partnership partnership,
      Recipient recipient,
      String scope,
      String about) {
    Map<String, Object> values = around(template, caseFile, partnership, recipient);
    ownLink(template, caseFile, recipient).ifPresent(link -> values.put("ownLink", link));
    values.put(PathExpressions.FACT, declared(template, partnership, caseFile.reference(), scope));
    Map<String, Object> running = clocks.of(caseFile.reference(), scope);
    values.put("clock", running);
    values.put("about", running.get(about));
    values.put("partners", partners(template, partnership, caseFile.reference()));
    values.put("row", printed(template.words(partnership), recipient.row()));
    List<CaseAgency> asked = agencies.of(caseFile.reference());
    values.put("agencies", asked.stream().map(agency -> agency(partnership, agency)).toList());
    asked.stream()
        .filter(agency -> agency.agency().equals(scope))
        .findFirst()
        .ifPresent(agency -> values.put("agency", agency(partnership, agency)));
    return values;
  }

  /** The link that this recipient alone gets, with its last day. */
  private Optional<Map<String, Object>> ownLink(
      LetterTemplate template, CaseFile caseFile, Recipient recipient) {
    return ownLinks.stream()
        .filter(link -> link.isIn(template.id()))
        .findFirst()
        .map(
            link ->
                link.make(caseFile.reference(), recipient.name(), recipient.address().orElse("")))
        .map(
            made ->
                Map.of("address", address + made.path(), "until", PlainFacts.day(made.until())));
  }

  /** The same, for a letter with which a calendar file goes. */
  Map<String, Object> aroundInvitation(Map<String, Object> around) {
    return with("calendarFile", true, around);
  }

  /** The same, for a letter that was written under this title. */
  Map<String, Object> called(String title, Map<String, Object> around) {
    return with("title", title, around);
  }

  private static Map<String, Object> with(String key, Object value, Map<String, Object> around) {
    Map<String, Object> letter = new LinkedHashMap<>();
    ((Map<?, ?>) around.get("letter")).forEach((name, known) -> letter.put((String) name, known));
    letter.put(key, value);
    Map<String, Object> values = new HashMap<>(around);
    values.put("letter", letter);
    return values;
  }

  /** What the page around a letter and the mail that carries it may use: no facts at all. */
  Map<String, Object> around(
      LetterTemplate template, CaseFile caseFile, Partnership partnership, Recipient recipient) {
    Map<String, Object> letter = new LinkedHashMap<>();
    letter.put("reference", template.isPublic() ? null : caseFile.reference());
    letter.put("title", template.title(partnership));
    letter.put("date", PlainFacts.day(LocalDate.now(clock)));
    letter.put("recipient", PlainFacts.of(recipient.name()));
    letter.put("recipientRole", recipient.role());
    letter.put("recipientKind", recipient.kind());
    letter.put("post", recipient.post().map(LetterValues::lines).orElse(null));
    letter.put("classification", template.classification());
    letter.put("notice", template.notice());
    letter.put("document", template.document());
    letter.put("answerBy", template.answerBy());
    letter.put("noBlame", template.noBlame());
    letter.put("ownReader", template.ownReader());
    letter.put("mayBePassedOn", template.mayBePassedOn());
    letter.put("calendarFile", false);
    Map<String, Object> body = new LinkedHashMap<>();
    boolean named = !template.namesNoPlace();
    body.put("name", named ? partnership.name() : NO_PLACE);
    body.put("shortName", named ? partnership.shortName() : NO_PLACE);
    body.put("guidance", caseFile.guidance());
    body.put("mailbox", named ? partnership.mailbox("business-manager") : null);
    body.put(
        "secondMailbox",
        named && partnership.vocabulary().containsKey("developmentOfficer")
            ? partnership.mailbox("learning-lead")
            : null);
    String telephone = partnership.setting("telephone");
    body.put("telephone", named && !telephone.isEmpty() ? telephone : null);
    body.put("steps", named ? address + "/steps/" + partnership.id() : null);
    Map<String, Object> values = new HashMap<>();
    values.put("letter", letter);
    values.put("partnership", body);
    values.put("service", Map.of("address", address));
    values.put("word", partnership.vocabulary());
    values.put("option", partnership.options());
    values.put("setting", partnership.settings());
    values.put(OWN_WORDS, template.words(partnership));
    return values;
  }

  private Map<String, Object> declared(
      LetterTemplate template, Partnership partnership, String reference, String scope) {
    OwnWords words = template.words(partnership);
    Map<String, Object> known = facts.of(reference, scope);
    Map<String, Object> declared = new LinkedHashMap<>();
    template.optional().forEach(key -> declared.put(key, printed(words, key, known.get(key))));
    for (String key : template.required()) {
      Object value = printed(words, key, known.get(key));
      if (value == null) {
        throw new IllegalStateException(
            "The letter \"%s\" cannot be written: \"%s\" is not known in case %s"
                .formatted(template.title(), key, reference));
      }
      declared.put(key, value);
    }
    return declared;
  }

  private List<Map<String, Object>> partners(
      LetterTemplate template, Partnership partnership, String reference) {
    OwnWords words = template.words(partnership);
    List<Map<String, Object>> partners = new ArrayList<>();
    if (!template.partnerFacts().isEmpty()) {
      PARTNERS.forEach(
          (code, name) -> {
            Map<String, Object> known = facts.of(reference, CaseRecords.partnerScope(code));
            Map<String, Object> partner = new LinkedHashMap<>();
            partner.put("name", name);
            template
                .partnerFacts()
                .forEach(key -> partner.put(key, printed(words, key, known.get(key))));
            partners.add(partner);
          });
    }
    return partners;
  }

  Map<String, Object> printed(OwnWords words, Map<String, Object> row) {
    Map<String, Object> printed = new LinkedHashMap<>();
    row.forEach((column, value) -> printed.put(column, printed(words, column, value)));
    return printed;
  }

  Object printed(OwnWords words, String key, Object value) {
    return codes.of(key, PlainFacts.of(value), words);
  }

  private static Map<String, Object> agency(Partnership partnership, CaseAgency agency) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", partnership.agency(agency.agency()).name());
    values.put("state", STATES.get(agency.state()));
    values.put("answered", agency.hasAnswered());
    values.put("askedOn", day(agency.askedOn()));
    values.put("dueOn", Optional.ofNullable(agency.dueOn()).map(PlainFacts::weekday).orElse(null));
    values.put("answeredOn", day(agency.answeredOn()));
    return values;
  }

  private static List<String> lines(String typed) {
    return PlainFacts.lines(typed)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String day(LocalDate date) {
    return date == null ? null : PlainFacts.day(date);
  }
}
