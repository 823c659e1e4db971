package org.practicereview.forms;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine needs of whatever keeps the facts of a case. The engine itself knows a case by
 * its reference alone.
 */
public interface CaseRecords {

  /** Fact under which the ids of the options that the case's partnership takes are found. */
  String OPTIONS = "partnershipOptions";

  /** Facts that every form may show, whether it asks for them or not. */
  List<String> SHOWN = List.of("caseReference", "partnershipName");

  /**
   * The scope of what a safeguarding partner gives. Partners and agencies share codes such as
   * {@code police}; what the one wrote must never be taken for the other's.
   */
  static String partnerScope(String partner) {
    return PARTNER + partner;
  }

  /** How the scope of a partner begins. */
  String PARTNER = "partner:";

  /**
   * Opens a case.
   *
   * @param tenant partnership that will own it
   * @return its reference, the business key of its processes
   */
  String open(String tenant, String by);

  /**
   * Whether someone who is offered a task of a case may open its form: they see something of the
   * case, or have a role that works on its tasks alone.
   *
   * @param groups their groups
   * @param tenants their partnerships
   */
  boolean mayWorkOn(
      String caseReference, String user, Collection<String> groups, Collection<String> tenants);

  /** The partnership that owns a case, if there is such a case. */
  Optional<String> tenantOf(String caseReference);

  /**
   * Everything known that a form may show or a rule compare with, by key.
   *
   * @param caseReference the case, or empty before it is opened
   * @param tenant its partnership
   * @param scope agency or partner the form is for, or empty
   */
  Map<String, Object> known(String caseReference, String tenant, String scope);

  /** What was given in the same form before, by key; empty if it was never given. */
  Map<String, Object> given(String caseReference, String form, String scope);

  /** Who gave a form last; empty if it was never given. */
  Optional<String> givenBy(String caseReference, String form, String scope);

  /**
   * Whether someone has given a form for another safeguarding partner than the one of a scope.
   *
   * @param since what was given earlier does not count
   */
  boolean spokeForAnotherPartner(
      String caseReference, String form, String scope, String user, Instant since);

  /** Stores a form whole, with the files in it, in the caller's transaction. */
  void store(Submission submission);

  /**
   * A form as it was accepted.
   *
   * @param task element id of the user task, or {@code start}
   * @param taskName the task as people read it
   */
  record Submission(
      String caseReference,
      FormSchema form,
      String task,
      String taskName,
      String scope,
      Map<String, Object> values,
      String by) {}
}
