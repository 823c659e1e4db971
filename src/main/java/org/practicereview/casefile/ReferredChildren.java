package org.practicereview.casefile;

import static org.practicereview.casefile.CaseFileQuestions.CHILD_BORN_ON;
import static org.practicereview.casefile.CaseFileQuestions.CHILD_NAME;
import static org.practicereview.casefile.CaseFileQuestions.DUPLICATE_OF;
import static org.practicereview.casefile.CaseFileQuestions.INCIDENT_ON;
import static org.practicereview.casefile.CaseFileQuestions.REFERRAL_ACCEPTED;
import static org.practicereview.casefile.CaseFileQuestions.SCREENING_OUT_CONFIRMED;

import com.ibm.icu.text.Transliterator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practicereview.audit.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds referrals of one partnership that are likely to be about the same child and incident, and
 * keeps which was closed as a duplicate of which.
 */
@Component
public class ReferredChildren {

  /** Facts by which a referral is found again. */
  private static final Set<String> TELLING =
      Set.of(
          CHILD_NAME.key(),
          CHILD_BORN_ON.key(),
          INCIDENT_ON.key(),
          REFERRAL_ACCEPTED.key(),
          DUPLICATE_OF.key(),
          SCREENING_OUT_CONFIRMED.key());

  private static final Transliterator PLAIN =
      Transliterator.getInstance("Any-Latin; NFKD; [:M:] Remove; Latin-ASCII; Lower");

  private static final Set<String> NO_NAME =
      Set.of("not", "known", "unknown", "unnamed", "baby", "child", "infant", "boy", "girl", "nk");

  private final JdbcClient jdbc;
  private final CaseFacts facts;
  private final AuditTrail audit;

  ReferredChildren(JdbcClient jdbc, CaseFacts facts, AuditTrail audit) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.audit = audit;
  }

  private record Child(String caseReference, String child, LocalDate bornOn, LocalDate incidentOn) {

    /** What the two have in common, in words; empty if that is too little. */
    Optional<String> likeness(Child other) {
      boolean sameName = !child.isEmpty() && child.equals(other.child);
      boolean sameBirth = bornOn != null && bornOn.equals(other.bornOn);
      boolean sameIncident = incidentOn != null && incidentOn.equals(other.incidentOn);
      boolean otherBirth = bornOn != null && other.bornOn != null && !sameBirth;
      boolean likely =
          sameName && !otherBirth
              || sameName && sameIncident
              || sameIncident && sameBirth
              || sharesName(other) && (sameBirth || sameIncident);
      if (!likely) {
        return Optional.empty();
      }
      List<String> same = new ArrayList<>();
      same.add(sameName ? "same name" : sharesName(other) ? "part of the name" : "");
      same.add(sameBirth ? "same date of birth" : "");
      same.add(sameIncident ? "same date of the incident" : "");
      same.removeIf(String::isEmpty);
      return Optional.of(String.join(", ", same));
    }

    private boolean sharesName(Child other) {
      List<String> words = List.of(other.child.split(" "));
      return !child.isEmpty() && Arrays.stream(child.split(" ")).anyMatch(words::contains);
    }
  }

  /** A referral that is likely to be about the same. */
  record Likely(String caseReference, String likeness) {}

  /** Takes up what answers say of the child, if they say anything. */
  @Transactional
  void note(String caseReference, Map<String, Object> answers, String by) {
    if (answers.keySet().stream().anyMatch(TELLING::contains)) {
      link(caseReference, by);
    }
  }

  /** A refusal that was not confirmed, because its case began before that was asked, counts now. */
  @EventListener
  @Transactional
  void closed(CaseClosed event) {
    link(event.caseReference(), event.by());
  }

  private void link(String caseReference, String by) {
    Optional<String> before = duplicateOf(caseReference);
    keep(caseReference);
    Optional<String> now = duplicateOf(caseReference);
    if (now.isPresent() && !now.equals(before)) {
      audit.record(
          caseReference, by, "The referral was linked to " + now.get() + " as its duplicate.");
      audit.record(
          now.get(), by, "The referral " + caseReference + " was linked to this as a duplicate.");
    }
  }

  private void keep(String caseReference) {
    Map<String, Object> known = facts.of(caseReference);
    boolean refused = REFERRAL_ACCEPTED.isAnsweredIn(known) && !REFERRAL_ACCEPTED.in(known);
    jdbc.sql("delete from review.referred_child where case_reference = ?")
        .param(caseReference)
        .update();
    jdbc.sql(
            """
            insert into review.referred_child
              (case_reference, partnership, child, born_on, incident_on, duplicate_of)
            select reference, partnership, :child, :born, :incident,
              case when :confirmed or state = 'closed' then :duplicate end
            from review.case_file where reference = :reference""")
        .param("child", name(CHILD_NAME.in(known)))
        .param("born", facts.date(caseReference, CHILD_BORN_ON).orElse(null), Types.DATE)
        .param("incident", facts.date(caseReference, INCIDENT_ON).orElse(null), Types.DATE)
        .param("confirmed", SCREENING_OUT_CONFIRMED.in(known))
        .param("duplicate", refused ? reference(DUPLICATE_OF.in(known)) : null, Types.VARCHAR)
        .param("reference", caseReference)
        .update();
  }

  /** A case reference as it was meant, or null. */
  static String reference(String typed) {
    return typed.isBlank() ? null : typed.strip().toUpperCase(Locale.UK);
  }

  /** The words of a name in plain letters, as they are kept; empty if it is none. */
  public static List<String> plainWords(String name) {
    return Arrays.stream(PLAIN.transliterate(name).split("[^\\p{L}]+"))
        .filter(word -> word.length() > 1 && !NO_NAME.contains(word))
        .distinct()
        .sorted()
        .toList();
  }

  private static String name(String name) {
    String plain = String.join(" ", plainWords(name));
    return plain.length() > 400 ? plain.substring(0, 400) : plain;
  }

  /** The referrals of the partnership that are likely to be about the same, the newest first. */
  @Transactional
  List<Likely> like(String caseReference) {
    takeUpOlderCases(caseReference);
    Child own =
        jdbc.sql("select * from review.referred_child where case_reference = ?")
            .param(caseReference)
            .query(ReferredChildren::child)
            .single();
    return jdbc
        .sql(
            """
            select * from review.referred_child
            where partnership = (select partnership from review.case_file where reference = :own)
              and case_reference <> :own
              and (child = :child and child <> '' or born_on = :born or incident_on = :incident)
            order by case_reference desc""")
        .param("own", caseReference)
        .param("child", own.child())
        .param("born", own.bornOn(), Types.DATE)
        .param("incident", own.incidentOn(), Types.DATE)
        .query(ReferredChildren::child)
        .list()
        .stream()
        .flatMap(
            other ->
                own.likeness(other).map(same -> new Likely(other.caseReference(), same)).stream())
        .toList();
  }

  /**
   * The cases of a partnership that are about a child of this name, born on this day or in an
   * incident of this day, the newest first.
   *
   * @param bornOn may be null
   */
  public List<String> known(
      String partnership, String childName, LocalDate bornOn, LocalDate incidentOn) {
    return jdbc
        .sql(
            """
            select * from review.referred_child where partnership = :partnership
              and child = :child and child <> '' order by case_reference desc""")
        .param("partnership", partnership)
        .param("child", name(childName))
        .query(ReferredChildren::child)
        .list()
        .stream()
        .filter(
            other ->
                bornOn != null && bornOn.equals(other.bornOn())
                    || incidentOn != null && incidentOn.equals(other.incidentOn()))
        .map(Child::caseReference)
        .toList();
  }

  /** Cases from before this was kept are taken up when someone first looks. */
  private void takeUpOlderCases(String caseReference) {
    jdbc.sql(
            """
            select reference from review.case_file file
            where partnership = (select partnership from review.case_file where reference = ?)
              and not exists
                (select 1 from review.referred_child where case_reference = file.reference)""")
        .param(caseReference)
        .query(String.class)
        .list()
        .forEach(this::keep);
  }

  /** The case that a referral was closed as a duplicate of. */
  Optional<String> duplicateOf(String caseReference) {
    return jdbc.sql(
            "select duplicate_of from review.referred_child"
                + " where case_reference = ? and duplicate_of is not null")
        .param(caseReference)
        .query(String.class)
        .optional();
  }

  /** The referrals that were closed as duplicates of a case. */
  List<String> duplicatesOf(String caseReference) {
    return jdbc.sql(
            "select case_reference from review.referred_child where duplicate_of = ?"
                + " order by case_reference")
        .param(caseReference)
        .query(String.class)
        .list();
  }

  private static Child child(ResultSet row, int number) throws SQLException {
    return new Child(
        row.getString("case_reference"),
        row.getString("child"),
        row.getObject("born_on", LocalDate.class),
        row.getObject("incident_on", LocalDate.class));
  }
}
