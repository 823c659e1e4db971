package org.practicereview.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.practicereview.forms.FormField;
import org.practicereview.forms.Opening;
import org.springframework.stereotype.Component;

/**
 * What the account of whoever opens a form says, so that it need not be asked: the role in which
 * they work, and where they are written to. It is offered and can be changed, because some people
 * record what another has decided.
 */
@Component
class OwnAccount {

  private final EngineIdentity identity;
  private final IdentityService accounts;

  OwnAccount(EngineIdentity identity, IdentityService accounts) {
    this.identity = identity;
    this.accounts = accounts;
  }

  /**
   * What a question about the person opens with; empty if it asks something else, or if the account
   * does not say: no role that may be chosen, several of them, no address.
   *
   * @param tenant partnership in which their roles count
   */
  Optional<Object> says(FormField field, String tenant) {
    return switch (field.opening().prefill()) {
      case Opening.OWN_ROLE -> role(field, tenant);
      case Opening.OWN_MAILBOX -> mailbox();
      default -> Optional.empty();
    };
  }

  private Optional<Object> role(FormField field, String tenant) {
    List<String> held =
        identity.rolesIn(tenant).stream()
            .filter(
                role -> field.offer().choices().stream().anyMatch(one -> one.value().equals(role)))
            .toList();
    return held.size() == 1 ? Optional.of(held.get(0)) : Optional.empty();
  }

  private Optional<Object> mailbox() {
    return identity
        .user()
        .flatMap(
            user ->
                Optional.ofNullable(
                    identity.asService(
                        () -> accounts.createUserQuery().userId(user).singleResult())))
        .map(User::getEmail)
        .filter(address -> !address.isBlank())
        .map(Object.class::cast);
  }
}
