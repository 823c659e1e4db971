package org.practicereview.naming;

import static org.practicereview.naming.NamingQuestions.REVIEWER_ACCOUNT;
import static org.practicereview.naming.NamingQuestions.REVIEWER_NAME;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseFacts;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.naming.Accounts.Account;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * Whose account can be chosen in a form: {@code reviewerChoices}, the lead reviewers of the
 * partnership, with the one that has the name of the reviewer; and in a form of an agency {@code
 * memberChoices}, the people of that agency.
 */
@Component
class AccountChoices implements MoreFacts {

  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Accounts accounts;
  private final CaseFacts facts;

  AccountChoices(CaseFiles cases, Partnerships partnerships, Accounts accounts, CaseFacts facts) {
    this.facts = facts;
    this.cases = cases;
    this.partnerships = partnerships;
    this.accounts = accounts;
  }

  @Override
  public Set<String> keys() {
    return Set.of("reviewerChoices", "memberChoices", REVIEWER_ACCOUNT.key());
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Map<String, Object> choices = new LinkedHashMap<>();
    List<Account> reviewers = accounts.reviewers(partnership);
    choices.put("reviewerChoices", choices(reviewers));
    choices.put(
        REVIEWER_ACCOUNT.key(), ofName(reviewers, REVIEWER_NAME.in(facts.of(caseReference))));
    // A scope may also be a partner, or one matter of several.
    if (partnership.agencies().stream().anyMatch(agency -> agency.code().equals(scope))) {
      choices.put("memberChoices", choices(accounts.of(partnership, scope)));
    }
    return choices;
  }

  /** The account of a name; null unless exactly one has it, so that no earlier one is offered. */
  private static String ofName(List<Account> accounts, String name) {
    List<Account> same = accounts.stream().filter(account -> isOf(name.strip(), account)).toList();
    return same.size() == 1 ? same.get(0).userId() : null;
  }

  /** Two people can have one name, so the id of the account stands behind it. */
  private static boolean isOf(String name, Account account) {
    return account.name().equalsIgnoreCase(name)
        || account.name().equalsIgnoreCase("%s (%s)".formatted(name, account.userId()));
  }

  private static List<Map<String, String>> choices(List<Account> accounts) {
    return accounts.stream()
        .map(account -> Map.of("value", account.userId(), "label", account.name()))
        .toList();
  }
}
