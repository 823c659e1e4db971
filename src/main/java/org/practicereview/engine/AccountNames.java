package org.practicereview.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.practicereview.forms.PeopleNames;
import org.springframework.stereotype.Component;

/** What people are called, for pages that would otherwise show the ids of their accounts. */
@Component
public class AccountNames implements PeopleNames {

  private final IdentityService accounts;
  private final EngineIdentity identity;

  AccountNames(IdentityService accounts, EngineIdentity identity) {
    this.accounts = accounts;
    this.identity = identity;
  }

  @Override
  public String of(String userId) {
    return of(Stream.of(userId)).get(userId);
  }

  /** The names of some accounts, asked for once; the id itself where an account is gone. */
  public Map<String, String> of(Stream<String> userIds) {
    Collection<String> ids = userIds.filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, String> names = new HashMap<>();
    ids.forEach(id -> names.put(id, id));
    if (!ids.isEmpty()) {
      List<User> found =
          identity.asService(
              () -> accounts.createUserQuery().userIdIn(ids.toArray(String[]::new)).list());
      found.forEach(user -> names.put(user.getId(), name(user)));
    }
    return names;
  }

  /** The names of all accounts of a partnership, by their ids; asked for once. */
  public Map<String, String> inPartnership(String partnership) {
    return identity
        .asService(() -> accounts.createUserQuery().memberOfTenant(partnership).list())
        .stream()
        .collect(
            Collectors.toMap(User::getId, AccountNames::name, (one, same) -> one, HashMap::new));
  }

  /** What the owner of an account is called; the id where the account has no name. */
  public static String name(User user) {
    String name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? user.getId() : name;
  }
}
