package org.practicereview.modelling;

import java.util.Map;
import org.camunda.bpm.model.xml.ModelException;
import org.practicereview.deadlines.Rules;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.modelling.ProposalStore.ProposedFile;
import org.practicereview.refusals.NotThere;
import org.springframework.stereotype.Service;

/** Pictures of models that are proposed, and of those that they replace. */
@Service
public class ProposalPictures {

  private final ProposalStore store;
  private final Proposals proposals;
  private final PictureCaptions captions;

  ProposalPictures(ProposalStore store, Proposals proposals, Rules rules, LetterTemplates letters) {
    this.store = store;
    this.proposals = proposals;
    this.captions =
        new PictureCaptions(
            clock -> rules.find(clock).orElse(null),
            letter -> letters.ids().contains(letter) ? letters.get(letter).title() : null);
  }

  /**
   * The picture of a proposed model, or of the one in use, with what differs marked.
   *
   * @throws NotThere if the proposal has no such model
   */
  public String svg(String id, String file, boolean before) {
    ProposedFile proposed = store.files(id).get(file);
    if (proposed == null || !file.endsWith(".bpmn")) {
      throw new NotThere("There is no such picture");
    }
    String old = store.get(id).isOpen() ? proposals.together().inUse(file) : proposed.before();
    DifferenceOfModels difference =
        old == null ? null : DifferenceOfModels.between(old, proposed.content());
    Map<String, Mark> marks = difference == null ? Map.of() : difference.marks();
    String text = before ? old : proposed.content();
    if (text == null) {
      throw new NotThere("There is no such picture");
    }
    try {
      OneModel model = OneModel.read(file, text);
      return new ModelPicture(model.model(), marks, captions.of(model.model()))
          .svg(before ? "In use" : "Proposed");
    } catch (ModelException e) {
      throw new NotThere("There is no such picture");
    }
  }
}
