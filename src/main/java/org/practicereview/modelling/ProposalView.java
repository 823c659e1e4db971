package org.practicereview.modelling;

import java.util.List;

/**
 * A proposal as administrators look at it.
 *
 * @param proposal the proposal
 * @param findings what the gate finds in it; what has findings is not released
 * @param outdated files whose version in use has changed since they were proposed
 * @param travelling files in use that are deployed again with it, unchanged
 * @param differences what differs from what is in use; after release from what was in use before
 * @param outlook what becomes of the open cases
 * @param clocks what another time of a clock means for the open cases, a sentence each
 */
public record ProposalView(
    Proposal proposal,
    List<Fault> findings,
    List<String> outdated,
    List<String> travelling,
    List<FileDifference> differences,
    List<Outlook> outlook,
    List<String> clocks) {

  /** Whether it differs at all from what is in use. */
  public boolean changesSomething() {
    return differences.stream().anyMatch(one -> !one.sentences().isEmpty());
  }

  /** Whether a second administrator can release it. */
  public boolean isReady() {
    return proposal.isOpen() && findings.isEmpty() && outdated.isEmpty() && changesSomething();
  }

  /** How many open cases run on the models that change. */
  public int cases() {
    return outlook.stream().mapToInt(Outlook::cases).sum();
  }
}
