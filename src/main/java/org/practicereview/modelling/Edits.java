package org.practicereview.modelling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.model.xml.ModelException;
import org.practicereview.modelling.ProposalStore.ProposedFile;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes made in the browser. They are kept as proposals and go the way of those that are sent as
 * files.
 */
@Service
public class Edits {

  private final Proposals proposals;
  private final ProposalStore store;
  private final Inventory inventory;

  Edits(Proposals proposals, ProposalStore store, Inventory inventory) {
    this.proposals = proposals;
    this.store = store;
    this.inventory = inventory;
  }

  /**
   * Why and where a change is kept.
   *
   * @param title name of a new proposal
   * @param reason what changes and why, for a new proposal
   * @param proposal id of a proposal of one's own, which is corrected; empty for a new one
   * @param revision the state of that proposal when it was opened
   */
  public record Saying(String title, String reason, String proposal, int revision) {}

  /**
   * Opens what is in use, or what stands in a proposal of one's own.
   *
   * @param proposal the proposal, or empty
   * @throws NotThere if there is no such thing, or the proposal is someone else's
   */
  public Edit open(Kind kind, String id, String proposal, String by) {
    Proposal own = proposal.isEmpty() ? null : own(proposal, by);
    int revision = own == null ? 0 : own.revision();
    InUse one =
        inventory.all(kind).stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    ProposedFile proposed = own == null ? null : file(own, kind, id, one);
    if (proposed != null) {
      String name = one == null ? id : one.name();
      int version = one == null ? 0 : one.latest().number();
      return new Edit(
          kind, id, name, plain(proposed.name()), proposed.content(), version, proposal, revision);
    }
    if (one == null) {
      throw new NotThere("There is no " + kind.title() + " \"" + id + "\"");
    }
    if (kind == Kind.FORM && one.latest().file().endsWith(".html")) {
      throw new NotThere("An HTML form is changed as a file");
    }
    int version = one.latest().number();
    return new Edit(
        kind,
        id,
        one.name(),
        plain(one.latest().file()),
        inventory.text(kind, id, version),
        version,
        proposal,
        revision);
  }

  /**
   * Begins a form that is not there yet.
   *
   * @param name what is done with it, of which its id is made
   * @throws Refused if it has no name, or there is one of that name
   */
  public Edit begin(String name, String proposal) {
    String id = name.toLowerCase(Locale.UK).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    if (id.length() < 4 || id.length() > 60) {
      throw new Refused("Say in a few words what is done with the form");
    }
    if (inventory.all(Kind.FORM).stream().anyMatch(one -> one.id().equals(id))) {
      throw new Refused("There is a form of that name. Choose another name");
    }
    return new Edit(
        Kind.FORM, id, DrawingLists.inWords(id), id + ".form", FormText.begun(id), 0, proposal, 0);
  }

  /** A form that is there, or was begun in the browser. */
  public Edit openOrBegin(String id, String proposal, String by) {
    boolean there =
        inventory.all(Kind.FORM).stream().anyMatch(one -> one.id().equals(id))
            || !proposal.isEmpty();
    return there ? open(Kind.FORM, id, proposal, by) : begin(id, proposal);
  }

  private ProposedFile file(Proposal own, Kind kind, String id, InUse one) {
    return store.files(own.id()).values().stream()
        .filter(
            file ->
                one != null && file.name().equals(one.latest().file())
                    || kind == Kind.FORM
                        && file.name().matches(".+\\.(form|html)")
                        && OneModel.formOf(file.name()).equals(id))
        .findFirst()
        .orElse(null);
  }

  private static String plain(String file) {
    return LetterFile.is(file) ? file : file.substring(file.lastIndexOf('/') + 1);
  }

  private Proposal own(String id, String by) {
    Proposal proposal = store.get(id);
    if (!proposal.isOpen() || !proposal.proposedBy().equals(by)) {
      throw new NotThere("There is no open proposal of yours like that");
    }
    return proposal;
  }

  /** What is wrong with a text. Nothing is kept. */
  public List<Fault> check(Edit edit, String text, String by) {
    return proposals.check(edit.proposal(), List.of(upload(edit, text, null)), by);
  }

  /**
   * Keeps a text as a proposal.
   *
   * @param version the version in use when the change was begun
   * @return id of the proposal
   * @throws Refused if nothing was changed, or the proposal was changed meanwhile
   */
  @Transactional
  public String save(Edit edit, int version, String text, Saying saying, String by) {
    if (edit.version() > 0 && plainText(text).equals(plainText(edit.text()))) {
      throw new Refused("Nothing was changed");
    }
    String from =
        version == edit.version() || version == 0
            ? null
            : inventory.text(edit.kind(), edit.id(), version);
    if (saying.proposal().isEmpty()) {
      return proposals.propose(
          saying.title(), saying.reason(), List.of(upload(edit, text, from)), by);
    }
    own(saying.proposal(), by);
    Proposal now = store.lock(saying.proposal());
    if (now.revision() != saying.revision()) {
      throw new Refused("The proposal was changed since you opened it. Open it again");
    }
    // What it was held against stays, so that a change of others in between is still told.
    String before =
        store.files(now.id()).values().stream()
            .filter(file -> plain(file.name()).equals(edit.file()))
            .map(ProposedFile::before)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(from);
    proposals.correct(now.id(), List.of(upload(edit, text, before)), by);
    return now.id();
  }

  /** Something that can be changed in the browser. */
  public record Editable(Kind kind, String id) {}

  /** What can be changed in the browser of a proposal, by the names of its files. */
  public Map<String, Editable> editable(String proposal) {
    Map<String, Editable> all = new TreeMap<>();
    store
        .files(proposal)
        .forEach((name, file) -> idOf(name, file.content()).ifPresent(one -> all.put(name, one)));
    return all;
  }

  private static Optional<Editable> idOf(String name, String text) {
    if (name.endsWith(".bpmn")) {
      try {
        return OneModel.trust(name, text).processes().stream()
            .findFirst()
            .map(id -> new Editable(Kind.MODEL, id));
      } catch (ModelException e) {
        return Optional.empty();
      }
    }
    if (name.endsWith(".dmn")) {
      return Tables.decisions(text).stream().findFirst().map(id -> new Editable(Kind.TABLE, id));
    }
    if (LetterFile.is(name)) {
      return Optional.of(new Editable(Kind.LETTER, LetterFile.id(name)));
    }
    return name.endsWith(".form")
        ? Optional.of(new Editable(Kind.FORM, OneModel.formOf(name)))
        : Optional.empty();
  }

  /** The open proposals of a person, to which a change can be added. */
  public List<Proposal> open(String by) {
    return store.all().stream().filter(one -> one.isOpen() && one.proposedBy().equals(by)).toList();
  }

  /** A browser sends other ends of lines than those that were there. */
  private static String plainText(String text) {
    return text.replace("\r\n", "\n");
  }

  private static Upload upload(Edit edit, String text, String from) {
    return new Upload(edit.file(), plainText(text).getBytes(StandardCharsets.UTF_8), from);
  }
}
