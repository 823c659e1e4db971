package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.practicereview.forms.FormField;
import org.practicereview.letters.LetterPreview;
import org.practicereview.letters.LetterPreview.Sample;
import org.practicereview.letters.LetterTemplate;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.modelling.DrawingLists.Choice;
import org.practicereview.modelling.ProposalStore.ProposedFile;
import org.practicereview.partnership.Partnership;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;

/**
 * What stands beside a letter while an administrator writes it: what it may print, and how it looks
 * with invented facts. No case is read.
 */
@Service
public class LetterDesk {

  private final LetterFacts facts;
  private final LetterSamples samples;
  private final LetterGate gate;
  private final LetterPreview preview;
  private final Proposals proposals;
  private final ProposalStore store;

  LetterDesk(
      LetterFacts facts,
      LetterSamples samples,
      LetterGate gate,
      LetterPreview preview,
      Proposals proposals,
      ProposalStore store) {
    this.facts = facts;
    this.samples = samples;
    this.gate = gate;
    this.preview = preview;
    this.proposals = proposals;
    this.store = store;
  }

  /**
   * An answer that decides how a letter reads.
   *
   * @param path as the text names it
   * @param label what people call it
   * @param values what the text asks for
   */
  public record Turn(String path, String label, List<Choice> values) {}

  /**
   * With what a letter is shown.
   *
   * @param partnership id of one of the installation's
   * @param chosen answers that decide how it reads, by path
   * @param bare whether what may be missing is missing
   */
  public record Shown(String partnership, Map<String, String> chosen, boolean bare) {}

  /**
   * A letter as it would go.
   *
   * @param pdf the printed letter; null of a notice, which is a mail
   * @param mail the mail; null of a letter
   */
  public record Printed(byte[] pdf, String mail) {

    /** Its pages as pictures (PNG); none of a notice. */
    public List<byte[]> pictures() {
      return pdf == null ? List.of() : LetterPreview.pictures(pdf);
    }
  }

  /** What can be put into a letter, in groups. */
  public Map<String, List<Choice>> choices(String letter) {
    return facts.choices(letter);
  }

  /** Those in whose words it can be shown. */
  public List<Partnership> partnerships() {
    return samples.partnerships();
  }

  /** What decides how a letter reads. */
  public List<Turn> turns(LetterParts letter) {
    Map<String, FormField> questions = facts.questions();
    List<Turn> turns = new ArrayList<>();
    letter
        .compared()
        .forEach(
            (path, values) -> {
              FormField field = questions.get(path.replaceFirst(".*\\.", ""));
              turns.add(
                  new Turn(
                      path,
                      field == null
                          ? DrawingLists.inWords(path.replaceFirst(".*\\.", ""))
                          : field.label(),
                      values.stream().map(value -> choice(value, field)).toList()));
            });
    return turns;
  }

  private static Choice choice(String value, FormField field) {
    String label =
        field == null
            ? DrawingLists.inWords(value)
            : field.offer().choices().stream()
                .filter(one -> one.value().equals(value))
                .map(FormField.Choice::label)
                .findFirst()
                .orElse(DrawingLists.inWords(value));
    return new Choice(value, label);
  }

  /** What is wrong with a text, apart from all else in a proposal. */
  public List<Fault> check(String letter, LetterParts parts) {
    return gate.check(LetterFile.name(letter), parts.text());
  }

  /**
   * A text as it would go, with invented facts.
   *
   * @throws Refused if it cannot be printed; it says why
   */
  public Printed print(String letter, LetterParts parts, Shown shown) {
    List<Fault> faults = check(letter, parts);
    if (!faults.isEmpty()) {
      throw new Refused("It cannot be printed until what is wrong with it is put right");
    }
    return printed(letter, parts, shown);
  }

  private Printed printed(String letter, LetterParts parts, Shown shown) {
    LetterTemplate template = LetterTemplates.tried(letter, parts.text());
    Sample sample = samples.of(parts, shown.partnership(), shown.chosen(), shown.bare());
    return template.notice()
        ? new Printed(null, preview.mail(template, sample))
        : new Printed(preview.pdf(template, sample), null);
  }

  /**
   * A letter of a proposal as it would be printed, or as it is in use; after release as it was.
   *
   * @throws NotThere if the proposal has no such letter
   */
  public Printed print(String proposal, String file, boolean before) {
    ProposedFile proposed = store.files(proposal).get(file);
    if (proposed == null || !LetterFile.is(file)) {
      throw new NotThere("There is no such letter");
    }
    String old =
        store.get(proposal).isOpen() ? proposals.together().inUse(file) : proposed.before();
    String text = before ? old : proposed.content();
    if (text == null) {
      throw new NotThere("There is no such letter");
    }
    LetterParts parts = new LetterParts(text);
    Shown shown = new Shown("", Map.of(), false);
    // What was in use was printed before, whatever is asked of a letter now.
    return before
        ? printed(LetterFile.id(file), parts, shown)
        : print(LetterFile.id(file), parts, shown);
  }
}
