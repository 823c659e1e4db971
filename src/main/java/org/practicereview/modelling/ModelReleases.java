package org.practicereview.modelling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.refusals.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a proposal into use when a second administrator says so, and takes it back. It goes
 * through the gate like every deployment, and if anything fails nothing has happened.
 */
@Service
public class ModelReleases {

  /** How long one of the two may take back alone what counts for all cases at once. */
  private static final Duration AT_ONCE = Duration.ofDays(1);

  private final ProposalStore store;
  private final Proposals proposals;
  private final Moves moves;
  private final ReleasedOnly released;
  private final LetterReleases letters;
  private final DeploymentTrail trail;
  private final RepositoryService repository;
  private final HistoryService history;
  private final EngineIdentity identity;
  private final Clock clock;

  ModelReleases(
      ProposalStore store,
      Proposals proposals,
      Moves moves,
      ReleasedOnly released,
      LetterReleases letters,
      DeploymentTrail trail,
      RepositoryService repository,
      HistoryService history,
      EngineIdentity identity,
      Clock clock) {
    this.store = store;
    this.proposals = proposals;
    this.moves = moves;
    this.released = released;
    this.letters = letters;
    this.trail = trail;
    this.repository = repository;
    this.history = history;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * Releases a proposal.
   *
   * @param revision the state of it that the caller has seen
   * @param note what changes and why, in the words of the one who releases
   * @param move whether open cases on earlier versions move to this one afterwards
   * @param by a model administrator who did not propose it
   * @throws Refused if it cannot be released; nothing has changed then
   */
  @Transactional
  public void release(String id, int revision, String note, boolean move, String by) {
    // One after the other: each is held against what the one before has brought into use.
    store.lockAll();
    Proposal proposal = store.lock(id);
    if (!proposal.isOpen()) {
      throw new Refused("It is no longer open");
    }
    if (proposal.proposedBy().equals(by)) {
      throw new Refused("You proposed it, so another model administrator has to release it");
    }
    if (proposal.revision() != revision) {
      throw new Refused("It was changed since you opened it. Look at it again");
    }
    String said = Proposals.said("Say in a sentence what changes and why", note, 1000);
    List<String> outdated = proposals.outdated(id);
    if (!outdated.isEmpty()) {
      throw new Refused(
          "The version in use of %s has changed since this was proposed. %s has to look at it again"
              .formatted(String.join(", ", outdated), proposal.proposedBy()));
    }
    Optional<DeploymentWithDefinitions> done =
        bringIntoUse(proposal.title(), proposals.whole(id), by);
    store.released(id, by, said, done.map(DeploymentWithDefinitions::getId).orElse(null));
    int waiting = move && done.isPresent() ? moves.plan(id, definitions(done.get())) : 0;
    trail.tell(
        by,
        "Released \"%s\", proposed by %s: %s%s"
            .formatted(
                proposal.title(),
                proposal.proposedBy(),
                said,
                waiting == 0 ? "" : " Open cases are to move: " + waiting + "."));
  }

  /** Letters in our own table, all else in the engine; empty where there were letters alone. */
  private Optional<DeploymentWithDefinitions> bringIntoUse(
      String title, Map<String, String> files, String by) {
    letters.use(LetterFile.among(files), by);
    Map<String, String> deployed = LetterFile.without(files);
    return deployed.isEmpty() ? Optional.empty() : Optional.of(deploy(title, deployed));
  }

  private DeploymentWithDefinitions deploy(String title, Map<String, String> files) {
    DeploymentBuilder deployment = repository.createDeployment().name(title);
    files.forEach(deployment::addString);
    try {
      return released.release(deployment::deployWithResult);
    } catch (BadUserRequestException e) {
      throw new Refused(e.getMessage().strip(), e);
    }
  }

  private static List<ProcessDefinition> definitions(DeploymentWithDefinitions done) {
    return done.getDeployedProcessDefinitions() == null
        ? List.of()
        : done.getDeployedProcessDefinitions();
  }

  /** Why a release cannot be undone by one click; empty if it can. */
  public String whyNotUndone(String id) {
    Proposal proposal = store.get(id);
    if (!proposal.isReleased()) {
      return "It is not in use";
    }
    boolean forAllCases = proposal.files().stream().anyMatch(file -> !file.endsWith(".bpmn"));
    if (forAllCases && proposal.releasedAt().plus(AT_ONCE).isBefore(clock.instant())) {
      return "It was released more than a day ago, and its forms, tables and letters count for all cases";
    }
    Map<String, String> before = before(id);
    if (before.isEmpty()) {
      return "There was nothing before it to go back to";
    }
    FilesTogether now = proposals.together();
    boolean replaced =
        store.files(id).values().stream()
            .anyMatch(file -> !file.content().equals(now.inUse(file.name())));
    if (replaced) {
      return "Another version has come into use since";
    }
    boolean begun =
        proposal.deployment() != null
            && identity.asService(
                () ->
                    repository
                        .createProcessDefinitionQuery()
                        .deploymentId(proposal.deployment())
                        .list()
                        .stream()
                        .anyMatch(
                            one ->
                                history
                                        .createHistoricProcessInstanceQuery()
                                        .processDefinitionId(one.getId())
                                        .count()
                                    > 0));
    return begun ? "A case has begun or moved on the new version" : "";
  }

  private Map<String, String> before(String id) {
    Map<String, String> before = new TreeMap<>();
    store
        .files(id)
        .values()
        .forEach(
            file -> {
              if (file.before() != null) {
                before.put(file.name(), file.before());
              }
            });
    return before;
  }

  /**
   * Brings back what was in use before, while no case has begun or moved on the new version; forms,
   * tables and letters, on which no case begins, for a day. The two who brought it into use may do
   * that alone.
   *
   * @throws Refused if it cannot be undone; nothing has changed then
   */
  @Transactional
  public void undo(String id, String by) {
    store.lockAll();
    Proposal proposal = store.lock(id);
    if (!by.equals(proposal.proposedBy()) && !by.equals(proposal.releasedBy())) {
      throw new Refused("Those who proposed and released it can undo it. Propose the change back");
    }
    String why = whyNotUndone(id);
    if (!why.isEmpty()) {
      throw new Refused(why + ". Propose the earlier version instead");
    }
    bringIntoUse("Undo of " + proposal.title(), proposals.together().all(before(id)), by);
    store.undone(id, by);
    moves.cancel(id);
    trail.tell(
        by, "Undid \"%s\": what was in use before is in use again.".formatted(proposal.title()));
  }
}
