package org.practicereview.engine;

import static org.practicereview.engine.ApprovalQuestions.APPROVED_VERSION;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.practicereview.forms.Approvable;
import org.practicereview.forms.FormRefused;
import org.springframework.stereotype.Component;

/**
 * Whoever approves something approves the version that they saw. A form with which something is
 * approved opens with the version that is there; if another one is there when it is sent, it is
 * refused. Which letter is meant, the model says with the property {@code letter} of the task.
 */
@Component
class ApprovedVersions {

  static final String CHOICES = "approvedVersionChoices";

  private static final String LETTER = "letter";

  private final Map<String, Approvable> kinds = new TreeMap<>();

  ApprovedVersions(List<Approvable> kinds) {
    kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
  }

  private record Approved(Approvable kind, Approvable.Subject subject) {

    Approvable.Version now() {
      return kind.now(subject);
    }
  }

  /** What the form shows and carries; empty if nothing is approved with it. */
  Map<String, Object> facts(FormPlace place) {
    return approved(place)
        .map(Approved::now)
        .map(
            version ->
                Map.<String, Object>of(
                    APPROVED_VERSION.key(),
                    version.token(),
                    CHOICES,
                    List.of(Map.of("value", version.token(), "label", version.words()))))
        .orElse(Map.of());
  }

  /**
   * Lets a form pass that was opened with the version that is still there.
   *
   * @throws FormRefused saying what changed, if it was not
   */
  void check(FormPlace place, Map<String, Object> given) {
    approved(place).ifPresent(one -> check(one, APPROVED_VERSION.in(given)));
  }

  /** The accepted answers as they are kept: with the version in words. */
  Map<String, Object> inWords(FormPlace place, Map<String, Object> accepted) {
    Map<String, Object> kept = new LinkedHashMap<>(accepted);
    approved(place)
        .map(Approved::now)
        .ifPresent(version -> kept.replace(APPROVED_VERSION.key(), version.words()));
    return kept;
  }

  private static void check(Approved one, String seen) {
    Approvable.Version now = one.now();
    if (!seen.isEmpty() && !seen.equals(now.token())) {
      throw new FormRefused(
          Map.of(
              APPROVED_VERSION.key(),
              "another version has been written since you opened this form: "
                  + now.words()
                  + ". "
                  + one.kind().changed(one.subject(), seen)
                  + "Read it, open this task again, and decide on that version"),
          Map.of(APPROVED_VERSION.key(), "Version"));
    }
  }

  private Optional<Approved> approved(FormPlace place) {
    String approves = place.form().approves();
    if (approves.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = approves.split(":", 2);
    Approvable kind = kinds.get(parts[0]);
    if (kind == null) {
      throw new IllegalStateException(
          "The form " + place.form().id() + " approves " + approves + ", which is unknown");
    }
    String which =
        parts.length == 2
            ? parts[1]
            : ElementProperties.of(place.model()).optional(LETTER).orElse("");
    return Optional.of(
        new Approved(kind, new Approvable.Subject(place.caseReference(), place.scope(), which)));
  }
}
