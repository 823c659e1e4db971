package org.practicereview.modelling;

import java.util.List;
import java.util.Map;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.letters.OwnLetters;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Component;

/**
 * Brings texts of letters into use, in the transaction that releases them. A text that equals the
 * shipped one, or that of the folder of letters, follows it again.
 */
@Component
class LetterReleases {

  private final LetterTemplates templates;
  private final OwnLetters own;
  private final LetterGate gate;
  private final DeploymentTrail trail;

  LetterReleases(
      LetterTemplates templates, OwnLetters own, LetterGate gate, DeploymentTrail trail) {
    this.templates = templates;
    this.own = own;
    this.gate = gate;
    this.trail = trail;
  }

  /**
   * Brings them into use.
   *
   * @param letters texts by the names of their files
   * @throws Refused if something is wrong with one of them; nothing has changed then
   */
  void use(Map<String, String> letters, String by) {
    List<Fault> faults = gate.check(letters);
    if (!faults.isEmpty()) {
      throw new Refused(String.join("\n", faults.stream().map(Fault::toString).toList()));
    }
    letters.forEach(
        (file, text) -> {
          String id = LetterFile.id(file);
          trail.letter(by, file, templates.text(id), text);
          own.use(id, text.equals(templates.beneath(id)) ? null : text, by);
        });
  }
}
