package org.practicereview.modelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.xml.ModelException;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.modelling.ProposalStore.ProposedFile;
import org.practicereview.modelling.Submission.Sender;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of models that administrators propose: checked like a deployment, and compared with what
 * is in use, while nothing is deployed.
 */
@Service
public class Proposals {

  private static final int MOST_FILES = 40;

  private final ProposalStore store;
  private final DeploymentTrail trail;
  private final DeployedFiles files;
  private final Inventory inventory;
  private final Installation installation;
  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final Outlooks outlooks;
  private final ClockOutlook clockOutlook;
  private final LetterTemplates letters;
  private final LetterGate letterGate;
  private final Gate gate = new Gate();

  Proposals(
      ProposalStore store,
      DeploymentTrail trail,
      DeployedFiles files,
      Inventory inventory,
      Installation installation,
      RepositoryService repository,
      EngineIdentity identity,
      Outlooks outlooks,
      ClockOutlook clockOutlook,
      LetterTemplates letters,
      LetterGate letterGate) {
    this.store = store;
    this.trail = trail;
    this.files = files;
    this.inventory = inventory;
    this.installation = installation;
    this.repository = repository;
    this.identity = identity;
    this.outlooks = outlooks;
    this.clockOutlook = clockOutlook;
    this.letters = letters;
    this.letterGate = letterGate;
  }

  /** All of them, the latest first. */
  public List<Proposal> all() {
    return store.all();
  }

  /**
   * Proposes a change. What the gate finds in it does not keep it from being proposed.
   *
   * @return its id
   * @throws Refused if a file cannot be read at all, or nothing is said of it
   */
  @Transactional
  public String propose(String title, String reason, List<Upload> uploads, String by) {
    String called = said("Say in a few words what the change is called", title, 200);
    String why = said("Say in a sentence what changes and why", reason, 1000);
    if (uploads.isEmpty()) {
      throw new Refused("Choose at least one file");
    }
    String id = store.add(called, why, by);
    put(id, uploads);
    trail.tell(
        by,
        "Proposed \"%s\": %s. %s".formatted(called, String.join(", ", store.get(id).files()), why));
    return id;
  }

  /** Proposes files with their names and texts as they were in use. */
  @Transactional
  public String proposeAgain(String id, String by) {
    Proposal done = store.get(id);
    if (!done.isReleased()) {
      throw new Refused("It is not in use");
    }
    String again = store.add(limited("Back to before \"" + done.title() + "\"", 200), "Undo.", by);
    FilesTogether now = together();
    store
        .files(id)
        .values()
        .forEach(
            file -> {
              if (file.before() != null) {
                store.put(
                    again, new ProposedFile(file.name(), file.before(), now.inUse(file.name())));
              }
            });
    if (store.get(again).files().isEmpty()) {
      throw new Refused("There was nothing before it to go back to");
    }
    trail.tell(by, "Proposed to go back to before \"%s\".".formatted(done.title()));
    return again;
  }

  /** Sends files again, or more of them. */
  @Transactional
  public void correct(String id, List<Upload> uploads, String by) {
    Proposal proposal = own(id, by);
    put(id, uploads);
    store.changed(id);
    trail.tell(
        by,
        "Corrected \"%s\": %s."
            .formatted(proposal.title(), String.join(", ", store.get(id).files())));
  }

  /** Takes a file out of a proposal. */
  @Transactional
  public void takeOut(String id, String file, String by) {
    Proposal proposal = own(id, by);
    if (proposal.files().size() == 1) {
      throw new Refused("It is the only file. Withdraw the proposal instead");
    }
    if (!store.remove(id, file)) {
      throw new NotThere("There is no such file");
    }
    store.changed(id);
    trail.tell(by, "Took %s out of \"%s\".".formatted(file, proposal.title()));
  }

  /** Says that the proposal was held against what has come into use since. */
  @Transactional
  public void lookedAgain(String id, String by) {
    Proposal proposal = own(id, by);
    FilesTogether now = together();
    store
        .files(id)
        .values()
        .forEach(
            file ->
                store.put(
                    id, new ProposedFile(file.name(), file.content(), now.inUse(file.name()))));
    store.changed(id);
    trail.tell(
        by, "Held \"%s\" against what is in use now, and keeps it.".formatted(proposal.title()));
  }

  /** Gives a proposal up. */
  @Transactional
  public void withdraw(String id, String by) {
    Proposal proposal = own(id, by);
    store.withdrawn(id);
    trail.tell(by, "Withdrew \"%s\".".formatted(proposal.title()));
  }

  private Proposal own(String id, String by) {
    Proposal proposal = store.lock(id);
    if (!proposal.proposedBy().equals(by)) {
      throw new Refused("Only " + proposal.proposedBy() + ", who proposed it, can change it");
    }
    if (!proposal.isOpen()) {
      throw new Refused("It is no longer open");
    }
    return proposal;
  }

  private void put(String id, List<Upload> uploads) {
    FilesTogether now = together();
    named(id, uploads, now)
        .forEach(
            (name, upload) ->
                store.put(
                    id,
                    new ProposedFile(
                        name,
                        upload.text(),
                        upload.from() == null ? now.inUse(name) : upload.from())));
    if (store.files(id).size() > MOST_FILES) {
      throw new Refused("Propose up to " + MOST_FILES + " files at once");
    }
  }

  /** Files by the names under which they are deployed. */
  private Map<String, Upload> named(String id, List<Upload> uploads, FilesTogether now) {
    Map<String, Upload> sent = new TreeMap<>();
    uploads.forEach(upload -> sent.put(upload.plainName(), upload));
    List<String> beside = new ArrayList<>();
    sent.values().forEach(upload -> beside.add(upload.text()));
    store.files(id).values().forEach(file -> beside.add(file.content()));
    Map<String, Upload> named = new TreeMap<>();
    sent.forEach((file, upload) -> named.put(now.nameOf(file, upload.text(), beside), upload));
    return named;
  }

  /**
   * What the gate finds in files before they are proposed, or sent for a proposal; nothing is kept.
   *
   * @param id the proposal that they belong to, or empty
   */
  List<Fault> check(String id, List<Upload> uploads, String reader) {
    FilesTogether now = together();
    Map<String, ProposedFile> files = new TreeMap<>(store.files(id));
    named(id, uploads, now)
        .forEach((name, one) -> files.put(name, new ProposedFile(name, one.text(), null)));
    return findings(whole(now, files), reader);
  }

  /**
   * A proposal beside what is in use.
   *
   * @throws NotThere if there is none
   */
  public ProposalView view(String id, String reader) {
    Proposal proposal = store.get(id);
    Map<String, ProposedFile> proposed = store.files(id);
    if (!proposal.isOpen()) {
      List<FileDifference> done = new ArrayList<>();
      proposed
          .values()
          .forEach(file -> done.add(FileDifference.of(file.name(), file.before(), file.content())));
      return new ProposalView(
          proposal, List.of(), List.of(), List.of(), done, List.of(), List.of());
    }
    FilesTogether now = together();
    Map<String, String> whole = whole(now, proposed);
    List<FileDifference> differences = new ArrayList<>();
    proposed
        .values()
        .forEach(
            file ->
                differences.add(
                    FileDifference.of(file.name(), now.inUse(file.name()), file.content())));
    List<String> travelling = new ArrayList<>(whole.keySet());
    travelling.removeAll(proposed.keySet());
    return new ProposalView(
        proposal,
        findings(whole, reader),
        outdated(now, proposed),
        travelling,
        differences,
        outlook(whole),
        clocks(now, proposed));
  }

  /** Files whose version in use is not the one against which they were proposed. */
  List<String> outdated(String id) {
    return outdated(together(), store.files(id));
  }

  private static List<String> outdated(FilesTogether now, Map<String, ProposedFile> proposed) {
    return proposed.values().stream()
        .filter(file -> !Objects.equals(file.before(), now.inUse(file.name())))
        .map(ProposedFile::name)
        .toList();
  }

  /** All that is deployed when a proposal is released, by name. */
  Map<String, String> whole(String id) {
    return whole(together(), store.files(id));
  }

  private static Map<String, String> whole(FilesTogether now, Map<String, ProposedFile> proposed) {
    Map<String, String> texts = new TreeMap<>();
    proposed.forEach((name, file) -> texts.put(name, file.content()));
    return now.all(texts);
  }

  private List<Fault> findings(Map<String, String> whole, String reader) {
    Map<String, String> deployed = LetterFile.without(whole);
    List<Fault> faults = new ArrayList<>(letterGate.check(LetterFile.among(whole)));
    if (!deployed.isEmpty()) {
      faults.addAll(
          identity.asService(
              () ->
                  gate.check(
                      new Submission(
                          deployed,
                          new Sender(reader, "", ""),
                          files.latest(repository),
                          installation))));
    }
    return faults;
  }

  private List<String> clocks(FilesTogether now, Map<String, ProposedFile> proposed) {
    return proposed.values().stream()
        .filter(file -> file.name().endsWith(".dmn"))
        .flatMap(file -> clockOutlook.of(now.inUse(file.name()), file.content()).stream())
        .toList();
  }

  private List<Outlook> outlook(Map<String, String> whole) {
    List<Outlook> all = new ArrayList<>();
    whole.forEach(
        (name, text) -> {
          if (name.endsWith(".bpmn")) {
            try {
              OneModel model = OneModel.read(name, text);
              model.processes().forEach(process -> all.add(outlooks.of(process, model)));
            } catch (ModelException e) {
              // It stands among the findings.
              return;
            }
          }
        });
    return all;
  }

  /** A proposed file, to be downloaded and corrected. */
  public String text(String id, String file) {
    ProposedFile proposed = store.files(id).get(file);
    if (proposed == null) {
      throw new NotThere("There is no such file");
    }
    return proposed.content();
  }

  FilesTogether together() {
    return identity.asService(
        () -> {
          Map<String, String> names = new LinkedHashMap<>();
          for (Kind kind : Set.of(Kind.MODEL, Kind.TABLE, Kind.FORM)) {
            inventory
                .all(kind)
                .forEach(one -> names.put(kind.id() + " " + one.id(), one.latest().file()));
          }
          return new FilesTogether(names, files.latest(repository), letters.texts());
        });
  }

  /** What someone writes of a change: there must be something, and it may not be too long. */
  static String said(String ask, String text, int longest) {
    String said = Objects.requireNonNullElse(text, "").strip();
    if (said.length() < 5) {
      throw new Refused(ask);
    }
    if (said.length() > longest) {
      throw new Refused(ask + ", in up to " + longest + " characters");
    }
    return said;
  }

  private static String limited(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
