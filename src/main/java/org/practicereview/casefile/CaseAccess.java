package org.practicereview.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.practicereview.casefile.AskedQuestions.Readers;
import org.practicereview.forms.Access;
import org.practicereview.forms.Scope;
import org.practicereview.partnership.Agency;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.RoleGroups;
import org.springframework.stereotype.Service;

/**
 * Who may see what of a case. Denied unless a line here allows it: by role within the case's
 * partnership; for people of an agency by their agency having been asked in the case; for a lead
 * reviewer and the members of the review team by being named on the case, as long as it is open.
 */
@Service
public class CaseAccess {

  private static final Set<String> IDENTITY =
      Set.of(
          "business-manager",
          "head-of-safeguarding",
          "safeguarding-partner-local-authority",
          "safeguarding-partner-police",
          "safeguarding-partner-health");
  private static final Set<String> HEADER =
      Set.of("executive", "sub-group", "learning-lead", "manager", "auditor");

  /** They do tasks of a case without seeing it. */
  private static final Set<String> TASKS_ALONE = Set.of("communications");

  private static final Set<String> LETTERS = Set.of("auditor");
  private static final Set<String> CLOSED =
      Set.of("SEALED", "REVIEWER_ONLY", Document.WAITING, Document.INFECTED);
  private static final Set<String> TEAM = Set.of("REVIEW_GROUP", "PUBLIC");

  /** Practitioners speak in confidence: what they were given to read is for few. */
  private static final Set<String> SESSION_DOCUMENTS = Set.of("pre-event-summary");

  private static final Set<String> SESSION_LETTERS = Set.of("cspr/pre-event-summary");
  private static final String HEARS_PRACTITIONERS = "business-manager";

  /** The option that lets the review team read what practitioners said. */
  private static final String CONTENTS_SHARED = "sessionContentsShared";

  /** The option that lets the review team read what came of a session. */
  private static final String OUTCOMES_SHARED = "sessionOutcomesShared";

  private final CaseFiles cases;
  private final CaseAgencies agencies;
  private final CasePeople people;
  private final Partnerships partnerships;
  private final AskedQuestions questions;
  private final Clock clock;

  CaseAccess(
      CaseFiles cases,
      CaseAgencies agencies,
      CasePeople people,
      Partnerships partnerships,
      AskedQuestions questions,
      Clock clock) {
    this.clock = clock;
    this.questions = questions;
    this.cases = cases;
    this.agencies = agencies;
    this.people = people;
    this.partnerships = partnerships;
  }

  /**
   * What a person may see of a case.
   *
   * @param header reference, stage, dates, clocks and the trail
   * @param letters the register of letters, without their content
   * @param identity who the child and the family are: answers, letters and documents
   * @param sessions what the person may read of the sessions of practitioners with the reviewer:
   *     the summary they were given, what came of a session, what was said; who else knows the
   *     family reads none of it
   * @param agencies agencies whose own part the person may see
   * @param leadReviewer whether the person is named on the case as its reviewer
   * @param reviewTeam whether the person is named on the case as a member of the review team: all
   *     chronologies and drafts are theirs to read
   */
  public record Sight(
      boolean header,
      boolean letters,
      boolean identity,
      Set<Access> sessions,
      List<String> agencies,
      boolean leadReviewer,
      boolean reviewTeam) {

    static final Sight NONE = new Sight(false, false, false, Set.of(), List.of(), false, false);

    /** Whether the person may know that the case exists. */
    public boolean any() {
      return header || !agencies.isEmpty() || reviewTeam;
    }

    /**
     * Whether the person may open a file; what is sealed, or a reviewer's own, opens for no one.
     */
    public boolean mayRead(Document document) {
      if (CLOSED.contains(document.accessClass())) {
        return false;
      }
      return document.accessClass().equals("SESSION") || SESSION_DOCUMENTS.contains(document.kind())
          ? sessions.contains(Access.SESSIONS)
          : identity
              || agencies.contains(document.scope())
              || document.accessClass().equals("PUBLIC") && any()
              || header && isEvidence(document)
              || reviewTeam && TEAM.contains(document.accessClass());
    }

    /** Whether the person may know of a file that opens for no one at present. */
    public boolean mayKnowOf(Document closed) {
      return identity || agencies.contains(closed.scope());
    }

    /** The evidence for an action of the plan says nothing of who the child is. */
    private static boolean isEvidence(Document document) {
      return document.scope().startsWith(Scope.item("action-"));
    }

    /**
     * Whether the person may read an answer.
     *
     * @param classes classes of access of the question, of which they must satisfy every one
     * @param scope whose part of the case it is, as in {@link FormAnswers#scope()}
     */
    boolean mayRead(Set<Access> classes, String scope) {
      return classes.stream()
          .allMatch(
              access ->
                  switch (access) {
                    case SESSIONS, SESSION_OUTCOMES, SESSION_CONTENTS -> sessions.contains(access);
                    case IDENTITY -> identity || agencies.contains(scope);
                    case REVIEW_TEAM ->
                        identity || agencies.contains(scope) || reviewTeam && scope.isEmpty();
                  });
    }

    /** Whether the person may read the letters that are made from a template. */
    public boolean mayReadLetter(String template) {
      return identity
          && (sessions.contains(Access.SESSIONS) || !SESSION_LETTERS.contains(template));
    }
  }

  /**
   * What someone may see of a case.
   *
   * @param userId their account
   * @param groups their role and agency groups
   * @param tenants their partnerships
   * @throws UnknownCase if there is no such case, or they may see nothing of it: the two must not
   *     be told apart
   */
  public Sight sight(
      String reference, String userId, Collection<String> groups, Collection<String> tenants) {
    CaseFile caseFile = cases.get(reference);
    Sight sight = sight(caseFile, userId, groups, tenants);
    if (!sight.any()) {
      throw new UnknownCase(reference);
    }
    return sight;
  }

  /** What someone may read of what was written in forms, with the answers they may read. */
  public List<FormAnswers> readable(Sight sight, List<FormAnswers> given) {
    Readers readers = questions.readers(given);
    return given.stream()
        .filter(
            one ->
                one.values().isEmpty()
                    ? sight.mayRead(readers.of(one), one.scope())
                    : !readable(sight, readers, one).values().isEmpty())
        .map(one -> readable(sight, readers, one))
        .toList();
  }

  private static FormAnswers readable(Sight sight, Readers readers, FormAnswers given) {
    return given.only(question -> sight.mayRead(readers.of(given, question), given.scope()));
  }

  /**
   * Whether a role alone opens every case of a partnership, with all its letters.
   *
   * @param roles roles that count in this partnership
   */
  public static boolean opensEveryCase(Collection<String> roles) {
    return roles.stream().anyMatch(IDENTITY::contains);
  }

  /** The classes of answers that a role may read of every case on which it works. */
  public static Set<Access> readBy(String role) {
    if (role.equals(HEARS_PRACTITIONERS) || role.equals(CasePeople.LEAD_REVIEWER)) {
      return EnumSet.allOf(Access.class);
    }
    return IDENTITY.contains(role) ? EnumSet.of(Access.IDENTITY, Access.REVIEW_TEAM) : Set.of();
  }

  /**
   * Whether someone who is offered a task of a case may open its form.
   *
   * @see org.practicereview.forms.CaseRecords#mayWorkOn
   */
  public boolean mayWorkOn(
      String reference, String userId, Collection<String> groups, Collection<String> tenants) {
    CaseFile caseFile = cases.get(reference);
    return tenants.contains(caseFile.partnership())
        && (sight(caseFile, userId, groups, tenants).any()
            || !own(partnerships.get(caseFile.partnership()), groups).isEmpty()
            || RoleGroups.rolesIn(caseFile.partnership(), groups).stream()
                .anyMatch(TASKS_ALONE::contains));
  }

  /** Which cases someone may see, for a list that asks the database; the same as {@link #sight}. */
  public CaseReach reach(String userId, Collection<String> groups, Collection<String> tenants) {
    return new CaseReach(
        LocalDate.now(clock),
        userId,
        List.copyOf(groups),
        List.copyOf(tenants),
        with(
            groups,
            tenants,
            roles -> opensEveryCase(roles) || roles.stream().anyMatch(HEADER::contains)),
        with(groups, tenants, CaseAccess::opensEveryCase),
        with(groups, tenants, roles -> roles.contains(CasePeople.LEAD_REVIEWER)),
        tenants.stream()
            .map(partnerships::get)
            .flatMap(partnership -> own(partnership, groups).stream().map(partnership::agencyGroup))
            .toList());
  }

  private static List<String> with(
      Collection<String> groups, Collection<String> tenants, Predicate<List<String>> roles) {
    return tenants.stream()
        .filter(tenant -> roles.test(RoleGroups.rolesIn(tenant, groups)))
        .toList();
  }

  private Sight sight(
      CaseFile caseFile, String userId, Collection<String> groups, Collection<String> tenants) {
    if (!tenants.contains(caseFile.partnership())) {
      return Sight.NONE;
    }
    List<String> own = own(partnerships.get(caseFile.partnership()), groups);
    return sight(
        caseFile,
        groups,
        agencies.of(caseFile.reference()).stream()
            .map(CaseAgency::agency)
            .filter(own::contains)
            .toList(),
        people.of(caseFile.reference()).stream()
            .filter(person -> person.isNamed() && person.userId().equals(userId))
            .toList());
  }

  private static List<String> own(Partnership partnership, Collection<String> groups) {
    return partnership.agencies().stream()
        .map(Agency::code)
        .filter(agency -> groups.contains(partnership.agencyGroup(agency)))
        .toList();
  }

  /**
   * @param asked the person's agencies, as far as they were asked in the case
   * @param named how the person is named on the case; it counts only together with the role, so
   *     that whoever loses the role sees nothing more
   */
  private Sight sight(
      CaseFile caseFile, Collection<String> groups, List<String> asked, List<CasePerson> named) {
    List<String> roles = RoleGroups.rolesIn(caseFile.partnership(), groups);
    boolean reviewer =
        caseFile.isOpen()
            && roles.contains(CasePeople.LEAD_REVIEWER)
            && named.stream().anyMatch(CasePerson::isLeadReviewer);
    boolean member =
        caseFile.isOpen()
            && named.stream()
                .filter(person -> !person.isLeadReviewer())
                .anyMatch(person -> asked.contains(person.agency()));
    boolean identity = reviewer || opensEveryCase(roles);
    return new Sight(
        identity || roles.stream().anyMatch(HEADER::contains),
        identity || roles.stream().anyMatch(LETTERS::contains),
        identity,
        sessions(caseFile, reviewer || roles.contains(HEARS_PRACTITIONERS), member),
        asked,
        reviewer,
        member);
  }

  /**
   * What someone may read of the practitioner sessions.
   *
   * @param hears whether they hear the practitioners, as the reviewer and the business manager do
   * @param member whether they are named as a member of the review team
   */
  private Set<Access> sessions(CaseFile caseFile, boolean hears, boolean member) {
    Set<Access> sessions = EnumSet.noneOf(Access.class);
    if (!hears && !member) {
      return sessions;
    }
    Partnership partnership = partnerships.get(caseFile.partnership());
    boolean all = hears || partnership.option(CONTENTS_SHARED);
    sessions.add(Access.SESSIONS);
    if (all || partnership.option(OUTCOMES_SHARED)) {
      sessions.add(Access.SESSION_OUTCOMES);
    }
    if (all && caseFile.isOpen()) {
      sessions.add(Access.SESSION_CONTENTS);
    }
    return sessions;
  }
}
