package org.practicereview.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.practicereview.letters.LetterQuestions.MEMBER_EMAIL;
import static org.practicereview.letters.LetterQuestions.MEMBER_NAME;
import static org.practicereview.letters.LetterQuestions.REFERRER_ADDRESS;
import static org.practicereview.letters.LetterQuestions.REFERRER_EMAIL;
import static org.practicereview.letters.LetterQuestions.REFERRER_NAME;
import static org.practicereview.letters.LetterQuestions.RETURN_AUTHOR_EMAIL;
import static org.practicereview.letters.LetterQuestions.RETURN_AUTHOR_NAME;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.forms.MoreFacts;
import org.practicereview.outbox.MailText;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.RoleGroups;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds out who is meant by a kind of recipient. */
@Component
class Recipients {

  /** How bodies and roles are called in letters; every other role by the words of its id. */
  private static final Map<String, String> NAMES =
      Map.of(
          "sub-group", "Sub-group",
          "panel", "Child Safeguarding Practice Review Panel",
          "ofsted", "Ofsted",
          "dfe", "Department for Education",
          "secretary-of-state", "Secretary of State for Education",
          "safeguarding-partner-local-authority", "Safeguarding partner, local authority",
          "safeguarding-partner-police", "Safeguarding partner, police",
          "safeguarding-partner-health", "Safeguarding partner, health");

  private static final String AMONG = "among:";

  private static final List<String> PARTNERS =
      List.of(
          "safeguarding-partner-local-authority",
          "safeguarding-partner-police",
          "safeguarding-partner-health");

  private final CaseFacts facts;
  private final CaseAgencies agencies;
  private final ObjectProvider<MoreFacts> more;
  private final ObjectProvider<Audience> audiences;
  private final ObjectProvider<Covers> covers;

  Recipients(
      CaseFacts facts,
      CaseAgencies agencies,
      ObjectProvider<MoreFacts> more,
      ObjectProvider<Audience> audiences,
      ObjectProvider<Covers> covers) {
    this.covers = covers;
    this.facts = facts;
    this.agencies = agencies;
    this.more = more;
    this.audiences = audiences;
  }

  /** Everyone meant by some kinds, each once. */
  List<Recipient> find(
      Partnership partnership, String caseReference, String scope, List<String> kinds) {
    Map<String, Recipient> found = new LinkedHashMap<>();
    for (String kind : kinds) {
      ofKind(partnership, caseReference, scope, kind)
          .forEach(recipient -> found.putIfAbsent(recipient.key(), recipient));
    }
    return new ArrayList<>(found.values());
  }

  /** The same, and those who do the work of someone among them who is away. */
  List<Recipient> withCovers(Partnership partnership, List<Recipient> found) {
    List<Recipient> all = new ArrayList<>(found);
    for (Recipient recipient : found) {
      String role = recipient.kind().equals("agency") ? recipient.code() : recipient.kind();
      covers.stream()
          .flatMap(one -> one.of(partnership.id(), RoleGroups.of(partnership.id(), role)).stream())
          .filter(cover -> MailText.isAddress(cover.address()))
          .filter(cover -> all.stream().noneMatch(one -> one.reaches(cover.address())))
          .map(cover -> covering(recipient, cover))
          .forEach(all::add);
    }
    return all;
  }

  private static Recipient covering(Recipient recipient, Covers.Cover cover) {
    String role = recipient.role() + ", cover for someone away";
    // An account can be longer than the register has room for, and is for no one to read there.
    String mark = UUID.nameUUIDFromBytes(cover.userId().getBytes(UTF_8)).toString();
    return new Recipient("cover", mark, role, role, Optional.of(cover.address()));
  }

  private Stream<Recipient> ofKind(
      Partnership partnership, String caseReference, String scope, String kind) {
    return switch (kind) {
      case "referrer" -> Stream.of(referrer(caseReference));
      case "agency" -> Stream.of(agency(partnership.agency(scope)));
      case "return-author" -> author(partnership, caseReference, scope).stream();
      case "agency-senior-manager" -> Stream.of(seniorManager(partnership.agency(scope)));
      case "asked-agencies" ->
          agencies.of(caseReference).stream()
              .map(CaseAgency::agency)
              .map(partnership::agency)
              .map(Recipients::agency);
      case "involved-senior-managers" ->
          involved(partnership, caseReference).map(Recipients::seniorManager);
      case "agencies-in-review" -> involved(partnership, caseReference).map(Recipients::agency);
      case "agency-members" ->
          involved(partnership, caseReference)
              .map(agency -> memberOrLead(partnership, caseReference, agency));
      case "all-agencies" -> partnership.agencies().stream().map(Recipients::agency);
      case "agency-member" -> Stream.of(member(partnership, caseReference, scope));
      case "partners" -> PARTNERS.stream().map(role -> mailbox(partnership, role));
      default -> ofFact(partnership, caseReference, scope, kind);
    };
  }

  private Stream<Recipient> among(
      Partnership partnership, String caseReference, String scope, String kind) {
    String[] names = kind.substring(AMONG.length()).split(":", 2);
    Audience audience =
        audiences.stream()
            .filter(one -> one.name().equals(names[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No audience is named " + names[0]));
    return ofKind(partnership, caseReference, scope, names[1])
        .filter(recipient -> audience.includes(caseReference, recipient.key()));
  }

  private Stream<Recipient> ofFact(
      Partnership partnership, String caseReference, String scope, String kind) {
    if (kind.startsWith(AMONG)) {
      return among(partnership, caseReference, scope, kind);
    }
    if (kind.startsWith(RowRecipients.PREFIX)) {
      return RowRecipients.of(kind, withRows(kind, caseReference, scope));
    }
    if (kind.startsWith(RowRecipients.ALL)) {
      return RowRecipients.all(kind, withRows(kind, caseReference, scope));
    }
    if (kind.startsWith(RowRecipients.CHOSEN)) {
      return RowRecipients.chosen(kind, withRows(kind, caseReference, scope));
    }
    if (kind.startsWith(RowRecipients.AGENCIES)) {
      Map<String, Map<String, Object>> named =
          RowRecipients.agencies(kind, facts.of(caseReference, scope));
      return partnership.agencies().stream()
          .filter(agency -> named.containsKey(agency.code()))
          .map(agency -> agency(agency).told(named.get(agency.code())));
    }
    return Stream.of(mailbox(partnership, kind));
  }

  /** The facts; where no form asks for these rows, with what a building block works out. */
  private Map<String, Object> withRows(String kind, String caseReference, String scope) {
    Map<String, Object> known = new LinkedHashMap<>(facts.of(caseReference, scope));
    String fact = RowRecipients.fact(kind);
    if (!known.containsKey(fact)) {
      more.stream()
          .filter(one -> one.areAskedIn(fact))
          .map(one -> one.of(caseReference, scope))
          .forEach(known::putAll);
    }
    return known;
  }

  private Stream<Agency> involved(Partnership partnership, String caseReference) {
    return agencies.of(caseReference).stream()
        .filter(CaseAgency::isInvolved)
        .map(CaseAgency::agency)
        .map(partnership::agency);
  }

  /** The member of the review team, or the safeguarding lead as long as none has an address. */
  private Recipient memberOrLead(Partnership partnership, String caseReference, Agency agency) {
    Recipient member = member(partnership, caseReference, agency.code());
    return member.address().isPresent() ? member : agency(agency);
  }

  private Recipient member(Partnership partnership, String caseReference, String agency) {
    Map<String, Object> known = facts.of(caseReference, agency);
    String role =
        partnership.words().in("Review team member") + ", " + partnership.agency(agency).name();
    return new Recipient(
        "agency-member",
        agency,
        String.valueOf(known.getOrDefault(MEMBER_NAME.key(), role)),
        role,
        Optional.ofNullable(known.get(MEMBER_EMAIL.key()))
            .map(address -> String.valueOf(address).strip())
            .filter(MailText::isAddress));
  }

  /** Whoever writes the return of an agency, where the agency has named them. */
  private Optional<Recipient> author(Partnership partnership, String caseReference, String agency) {
    Map<String, Object> known = facts.of(caseReference, agency);
    String role = "Author of the return, " + partnership.agency(agency).name();
    return Optional.of(RETURN_AUTHOR_EMAIL.in(known).strip())
        .filter(MailText::isAddress)
        .map(
            address ->
                new Recipient(
                    "return-author",
                    agency,
                    Optional.of(RETURN_AUTHOR_NAME.in(known))
                        .filter(name -> !name.isBlank())
                        .orElse(role),
                    role,
                    Optional.of(address)));
  }

  private Recipient referrer(String caseReference) {
    String name = facts.text(caseReference, REFERRER_NAME).orElse("the referrer");
    Optional<String> email =
        facts.text(caseReference, REFERRER_EMAIL).map(String::strip).filter(MailText::isAddress);
    return new Recipient(
        "referrer",
        "",
        name,
        "the referrer",
        email,
        facts
            .text(caseReference, REFERRER_ADDRESS)
            .filter(address -> email.isEmpty())
            .map(address -> name + "\n" + address),
        Map.of());
  }

  private static Recipient agency(Agency agency) {
    return new Recipient(
        "agency",
        agency.code(),
        "Safeguarding lead, " + agency.name(),
        agency.name(),
        Optional.ofNullable(agency.mailbox()).filter(MailText::isAddress));
  }

  private static Recipient seniorManager(Agency agency) {
    String role = "Senior manager, " + agency.name();
    return new Recipient(
        "agency-senior-manager",
        agency.code(),
        role,
        role,
        Optional.ofNullable(agency.seniorManagerMailbox()).filter(MailText::isAddress));
  }

  private static Recipient mailbox(Partnership partnership, String role) {
    String name = name(partnership, role);
    return new Recipient(
        role,
        "",
        name,
        name,
        Optional.ofNullable(partnership.mailboxes().get(role)).filter(MailText::isAddress));
  }

  private static String name(Partnership partnership, String role) {
    return partnership.words().in(NAMES.getOrDefault(role, sentence(role)));
  }

  private static String sentence(String role) {
    String words = role.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
  }
}
