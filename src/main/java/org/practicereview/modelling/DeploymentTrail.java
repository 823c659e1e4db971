package org.practicereview.modelling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.practicereview.audit.AuditEntry;
import org.practicereview.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What was deployed and what was refused: who, when, what, and how it was before. */
@Component
public class DeploymentTrail {

  /** The chain of the trail that tells of models, beside those of the cases. */
  private static final String MODELS = "models";

  private static final int LONGEST = 1900;

  private final AuditTrail audit;
  private final TransactionTemplate apart;

  DeploymentTrail(AuditTrail audit, PlatformTransactionManager transactions) {
    this.audit = audit;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Everything that is known, the newest first. */
  public List<AuditEntry> all() {
    List<AuditEntry> all = new ArrayList<>(audit.of(MODELS));
    Collections.reverse(all);
    return all;
  }

  /** In the transaction of the deployment: either both are kept, or neither. */
  void deployed(String user, String name, Map<String, String> files, Deployed before) {
    String by = user.isEmpty() ? AuditTrail.SYSTEM : user;
    String named = name.isBlank() ? "Deployed" : "Deployed \"" + name.strip() + "\"";
    if (user.isEmpty()) {
      StringBuilder all = new StringBuilder();
      files.forEach((file, text) -> all.append(file).append('\n').append(hash(text)).append('\n'));
      audit.record(
          MODELS,
          by,
          named + ": " + files.size() + " files of the service, together " + hash(all.toString()));
      return;
    }
    List<String> lines = new ArrayList<>();
    files.forEach((file, text) -> lines.add(line(file, text, before)));
    record(by, named + ": ", lines);
  }

  /** A letter that was brought into use, in the caller's transaction. */
  void letter(String by, String file, String before, String now) {
    audit.record(MODELS, by, "In use now: " + hashes(file, before, now));
  }

  /** What else happens on the way to a deployment, in the caller's transaction. */
  void tell(String by, String sentence) {
    audit.record(
        MODELS, by, sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence);
  }

  /** On its own: the deployment is undone, and this stays. */
  void refused(String user, Collection<String> files, String why) {
    String by = user.isEmpty() ? AuditTrail.SYSTEM : user;
    apart.executeWithoutResult(
        done -> record(by, "Refused " + String.join(", ", files) + ". ", List.of(why.split("\n"))));
  }

  private void record(String by, String opening, List<String> lines) {
    StringBuilder entry = new StringBuilder(opening);
    for (String line : lines) {
      if (entry.length() + line.length() > LONGEST && entry.length() > opening.length()) {
        audit.record(MODELS, by, entry.toString().strip());
        entry = new StringBuilder(opening);
      }
      entry.append(line).append('\n');
    }
    audit.record(MODELS, by, entry.toString().strip());
  }

  private static String line(String file, String text, Deployed before) {
    String old =
        switch (file.substring(file.lastIndexOf('.') + 1)) {
          case "bpmn" -> before.model(OneModel.formOf(file)).map(OneModel::xml).orElse(null);
          case "dmn" ->
              Tables.decisions(text).stream()
                  .flatMap(id -> before.decision(id).stream())
                  .findFirst()
                  .orElse(null);
          default -> before.form(OneModel.formOf(file)).orElse(null);
        };
    return hashes(file, old, text);
  }

  private static String hashes(String file, String before, String now) {
    return file
        + (before == null ? ", new" : ", SHA-256 before " + hash(before))
        + ", SHA-256 now "
        + hash(now)
        + ".";
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
