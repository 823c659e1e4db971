package org.practicereview.naming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.forms.MoreFacts;
import org.practicereview.naming.Accounts.Account;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.stereotype.Component;

/**
 * Whose account can be chosen in a form: {@code reviewerChoices}, the lead reviewers of the
 * partnership, and in a form of an agency {@code memberChoices}, the people of that agency.
 */
@Component
class AccountChoices implements MoreFacts {

  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final Accounts accounts;

  AccountChoices(CaseFiles cases, Partnerships partnerships, Accounts accounts) {
    this.cases = cases;
    this.partnerships = partnerships;
    this.accounts = accounts;
  }

  @Override
  public Set<String> keys() {
    return Set.of("reviewerChoices", "memberChoices");
  }

  @Override
  public Map<String, Object> of(String caseReference, String scope) {
    if (caseReference.isEmpty()) {
      return Map.of();
    }
    Partnership partnership = partnerships.get(cases.get(caseReference).partnership());
    Map<String, Object> choices = new LinkedHashMap<>();
    choices.put("reviewerChoices", choices(accounts.reviewers(partnership)));
    // A scope may also be a partner, or one matter of several.
    if (partnership.agencies().stream().anyMatch(agency -> agency.code().equals(scope))) {
      choices.put("memberChoices", choices(accounts.of(partnership, scope)));
    }
    return choices;
  }

  private static List<Map<String, String>> choices(List<Account> accounts) {
    return accounts.stream()
        .map(account -> Map.of("value", account.userId(), "label", account.name()))
        .toList();
  }
}
