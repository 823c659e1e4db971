package org.practicereview.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseAgency;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.CasePeople;
import org.practicereview.naming.Accounts.Account;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;

/**
 * Names people on a case: only an account with the role of a lead reviewer as its reviewer, and
 * only an account of an agency in the case as that agency's member of the review team.
 */
@Service
public class CaseNaming {

  private final CaseFiles cases;
  private final CaseAgencies agencies;
  private final CasePeople people;
  private final Partnerships partnerships;
  private final Accounts accounts;

  CaseNaming(
      CaseFiles cases,
      CaseAgencies agencies,
      CasePeople people,
      Partnerships partnerships,
      Accounts accounts) {
    this.cases = cases;
    this.agencies = agencies;
    this.people = people;
    this.partnerships = partnerships;
    this.accounts = accounts;
  }

  /**
   * Someone who can be named.
   *
   * @param as see {@link CasePeople}
   * @param agency code of their agency; empty for a reviewer
   * @param words who that is, for people
   */
  public record Choice(String userId, String as, String agency, String words) {

    /** Whether this account would be named like that. */
    public boolean is(String account, String namedAs, String ofAgency) {
      return userId.equals(account) && as.equals(namedAs) && agency.equals(ofAgency);
    }
  }

  /** Everyone who can be named on a case and is not named yet, the reviewers first. */
  public List<Choice> choices(String caseReference) {
    return eligible(caseReference).stream()
        .filter(choice -> !isNamed(caseReference, choice))
        .toList();
  }

  /**
   * Everyone whose role or agency lets them be named on a case, also who is named already. No one
   * is named on a partnership's answer to a national review.
   */
  public List<Choice> eligible(String caseReference) {
    CaseFile file = cases.get(caseReference);
    if (file.answersNationalReview()) {
      return List.of();
    }
    Partnership partnership = partnerships.get(file.partnership());
    List<Choice> choices = new ArrayList<>();
    for (Account account : accounts.reviewers(partnership)) {
      choices.add(
          choice(account, CasePeople.LEAD_REVIEWER, "", partnership.words().in("Lead reviewer")));
    }
    for (CaseAgency asked : agencies.of(caseReference)) {
      if (asked.isInvolved()) {
        String name = partnership.agency(asked.agency()).name();
        for (Account account : accounts.of(partnership, asked.agency())) {
          choices.add(choice(account, CasePeople.TEAM_MEMBER, asked.agency(), name));
        }
      }
    }
    return choices;
  }

  private static Choice choice(Account account, String as, String agency, String words) {
    return new Choice(account.userId(), as, agency, words + ": " + account.name());
  }

  private boolean isNamed(String caseReference, Choice choice) {
    return people.of(caseReference).stream()
        .anyMatch(
            person -> person.isNamed() && choice.is(person.userId(), person.as(), person.agency()));
  }

  /**
   * The name of an agency in the case for which someone works; empty if there is none. A reviewer
   * is independent of all of them (Working Together 2023, chapter 5).
   */
  public Optional<String> agencyOf(String caseReference, String userId) {
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    return agencies.of(caseReference).stream()
        .filter(CaseAgency::isInvolved)
        .map(CaseAgency::agency)
        .filter(
            agency ->
                accounts.of(partnership, agency).stream()
                    .anyMatch(account -> account.userId().equals(userId)))
        .map(partnership::agencyName)
        .findFirst();
  }

  /**
   * Names one of those who can be named.
   *
   * @param agency code of the agency a member speaks for; empty for a reviewer
   * @throws Refused if they cannot be named like that
   * @throws Refused if the case is closed
   */
  public void name(String caseReference, String userId, String as, String agency, String by) {
    boolean offered =
        choices(caseReference).stream().anyMatch(choice -> choice.is(userId, as, agency));
    if (!offered) {
      throw new Refused(
          "This account cannot be named in the case: it has not the role, works for no agency that"
              + " is in the case, or is named already");
    }
    people.name(caseReference, userId, as, agency, by);
  }
}
