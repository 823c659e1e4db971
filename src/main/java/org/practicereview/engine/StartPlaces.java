package org.practicereview.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.FormRefused;
import org.practicereview.partnership.RoleGroups;
import org.springframework.stereotype.Component;

/**
 * In which partnerships someone may start a process. Whoever has a choice is asked for it in the
 * start form; the case belongs to one partnership from its first moment.
 */
@Component
class StartPlaces {

  /** The answer that says where; it is no fact of the case, and is not stored with its answers. */
  static final String WHERE = "openInPartnership";

  private static final String QUESTION = "Which partnership does this referral belong to?";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AuthorizationService rights;
  private final EngineIdentity identity;
  private final CaseRecords records;

  StartPlaces(AuthorizationService rights, EngineIdentity identity, CaseRecords records) {
    this.rights = rights;
    this.identity = identity;
    this.records = records;
  }

  /**
   * The partnership in which the caller starts a process.
   *
   * @throws AuthorizationException if they may start it nowhere
   * @throws FormRefused if they have a choice and did not say, or chose one where they may not
   */
  String chosen(String processKey, Map<String, Object> given) {
    List<String> open = requireOpen(processKey);
    String chosen = Objects.toString(given.get(WHERE), "");
    if (chosen.isEmpty() && open.size() == 1) {
      return open.get(0);
    }
    if (!open.contains(chosen)) {
      String names = open.stream().map(this::name).collect(Collectors.joining(", "));
      throw new FormRefused(
          "Nothing was changed. "
              + QUESTION
              + " Choose one in which you may open a case: "
              + names
              + ".");
    }
    return chosen;
  }

  /**
   * The partnerships in which the caller may start a process.
   *
   * @throws AuthorizationException if there is none
   */
  List<String> requireOpen(String processKey) {
    List<String> open = open(processKey);
    if (open.isEmpty()) {
      throw new AuthorizationException("No partnership lets the caller start " + processKey);
    }
    return open;
  }

  /** The partnership of a caller who has no choice; empty for all others. */
  String only(String processKey) {
    List<String> open = open(processKey);
    return open.size() == 1 ? open.get(0) : "";
  }

  /** The answers without the choice. */
  static Map<String, Object> withoutChoice(Map<String, Object> given) {
    Map<String, Object> answers = new LinkedHashMap<>(given);
    answers.remove(WHERE);
    return answers;
  }

  /** The start form, with the question for those who have a choice. */
  byte[] ask(String processKey, byte[] file) {
    List<String> open = open(processKey);
    if (open.size() < 2) {
      return file;
    }
    try {
      ObjectNode form = (ObjectNode) JSON.readTree(file);
      ((ArrayNode) form.path("components")).insert(0, question(open));
      return JSON.writeValueAsBytes(form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode question(List<String> open) {
    ObjectNode question = JSON.createObjectNode();
    question.put("type", "radio").put("id", WHERE).put("key", WHERE).put("label", QUESTION);
    question.putObject("validate").put("required", true);
    ArrayNode values = question.putArray("values");
    open.forEach(tenant -> values.addObject().put("label", name(tenant)).put("value", tenant));
    return question;
  }

  private List<String> open(String processKey) {
    String user = identity.user().orElse("");
    List<String> groups = identity.groups();
    List<String> tenants = identity.tenants();
    return identity.asService(
        () ->
            tenants.stream()
                .filter(
                    tenant ->
                        rights.isUserAuthorized(
                            user,
                            RoleGroups.groupsIn(tenant, groups),
                            ProcessDefinitionPermissions.CREATE_INSTANCE,
                            Resources.PROCESS_DEFINITION,
                            processKey))
                .sorted()
                .toList());
  }

  private String name(String tenant) {
    return Objects.toString(records.known("", tenant, "").get("partnershipName"), tenant);
  }
}
