package org.practicereview.modelling;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.practicereview.audit.AuditTrail;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.refusals.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves open cases to a version that was released, one by one and each in its own transaction: what
 * cannot move stays where it is, goes on there, and is named with the reason.
 */
@Service
public class Moves {

  private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

  /** How long one call goes on; what is left then goes on with the next. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int LONGEST_REASON = 1000;

  private final ProposalStore store;
  private final JdbcClient jdbc;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final EngineIdentity identity;
  private final Outlooks outlooks;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate each;

  Moves(
      ProposalStore store,
      JdbcClient jdbc,
      RuntimeService runtime,
      RepositoryService repository,
      EngineIdentity identity,
      Outlooks outlooks,
      AuditTrail audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.jdbc = jdbc;
    this.runtime = runtime;
    this.repository = repository;
    this.identity = identity;
    this.outlooks = outlooks;
    this.audit = audit;
    this.clock = clock;
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  private record Waiting(String instance, String reference, String model, String from, String to) {}

  /** Notes everything that runs on earlier versions as waiting to move. */
  int plan(String proposal, List<ProcessDefinition> released) {
    return identity.asService(
        () -> {
          int planned = 0;
          for (ProcessDefinition target : released) {
            for (ProcessInstance instance :
                runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(target.getKey())
                    .unlimitedList()) {
              if (instance.getProcessDefinitionId().equals(target.getId())) {
                continue;
              }
              jdbc.sql(
                      """
                      insert into review.model_move (proposal_id, instance_id, case_reference,
                        model, from_definition, to_definition, state)
                      values (?, ?, ?, ?, ?, ?, 'waiting')""")
                  .params(
                      proposal,
                      instance.getId(),
                      Outlooks.reference(instance),
                      target.getName(),
                      instance.getProcessDefinitionId(),
                      target.getId())
                  .update();
              planned++;
            }
          }
          return planned;
        });
  }

  /** What still waits does not move any more. */
  void cancel(String proposal) {
    jdbc.sql(
            """
            update review.model_move set state = 'left', reason = 'The release was undone'
            where proposal_id = ? and state = 'waiting'""")
        .param(proposal)
        .update();
  }

  /** What moves, moved or was left with a proposal, by case. */
  public List<Move> of(String proposal) {
    return jdbc.sql(
            """
            select case_reference, model, state, reason from review.model_move
            where proposal_id = ? order by case_reference, model, instance_id""")
        .param(proposal)
        .query(
            (row, number) ->
                new Move(
                    row.getString("case_reference"),
                    row.getString("model"),
                    row.getString("state"),
                    row.getString("reason")))
        .list();
  }

  /**
   * Moves what waits, for some seconds; the rest goes on with the next call.
   *
   * @throws Refused if the proposal is not in use
   */
  public void goOn(String proposal, String by) {
    requireInUse(proposal);
    long until = System.nanoTime() + LONGEST.toNanos();
    boolean more = true;
    while (more && System.nanoTime() < until) {
      more = identity.asService(() -> next(proposal, by));
    }
  }

  private void requireInUse(String proposal) {
    if (!store.get(proposal).isReleased()) {
      throw new Refused("It is not in use");
    }
  }

  private boolean next(String proposal, String by) {
    Optional<Waiting> next =
        jdbc.sql(
                """
                select * from review.model_move where proposal_id = ? and state = 'waiting'
                order by case_reference, instance_id fetch first 1 rows only""")
            .param(proposal)
            .query(
                (row, number) ->
                    new Waiting(
                        row.getString("instance_id"),
                        row.getString("case_reference"),
                        row.getString("model"),
                        row.getString("from_definition"),
                        row.getString("to_definition")))
            .optional();
    next.ifPresent(one -> move(proposal, one, by));
    return next.isPresent();
  }

  private void move(String proposal, Waiting one, String by) {
    try {
      each.executeWithoutResult(done -> moveNow(proposal, one, by));
    } catch (OptimisticLockingException e) {
      leave(proposal, one, "because someone worked on it at that moment");
    } catch (ProcessEngineException e) {
      LOG.warn("A case stays on its version: {}", e.getClass().getSimpleName());
      leave(
          proposal, one, "because it waits for something that the new version does in another way");
    }
  }

  private void moveNow(String proposal, Waiting one, String by) {
    boolean waits =
        jdbc.sql(
                """
                    select state from review.model_move
                    where proposal_id = ? and instance_id = ? for update""")
            .params(proposal, one.instance())
            .query(String.class)
            .single()
            .equals("waiting");
    if (!waits) {
      // Someone else has moved it meanwhile.
      return;
    }
    ProcessInstance running =
        runtime.createProcessInstanceQuery().processInstanceId(one.instance()).singleResult();
    if (running == null) {
      mark(proposal, one, "left", "because it has ended");
      return;
    }
    if (!isInUse(one.to())) {
      mark(proposal, one, "left", "because another version has come into use since");
      return;
    }
    List<String> reasons =
        outlooks.reasons(one.instance(), model(one.to()), model(running.getProcessDefinitionId()));
    if (!reasons.isEmpty()) {
      mark(proposal, one, "left", String.join(" and ", reasons));
      return;
    }
    MigrationPlan plan =
        runtime
            .createMigrationPlan(running.getProcessDefinitionId(), one.to())
            .mapEqualActivities()
            .build();
    runtime.newMigration(plan).processInstanceIds(one.instance()).execute();
    mark(proposal, one, "moved", null);
    if (running.getBusinessKey() != null) {
      audit.record(
          one.reference(), by, "The case goes on by the new version of \"" + one.model() + "\".");
    }
  }

  private boolean isInUse(String definition) {
    ProcessDefinition target = repository.getProcessDefinition(definition);
    return repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(target.getKey())
            .latestVersion()
            .withoutTenantId()
            .singleResult()
            .getVersion()
        == target.getVersion();
  }

  /**
   * What was left tries once more: a case may have gone on past the step that kept it.
   *
   * @throws Refused if the proposal is not in use
   */
  @Transactional
  public void again(String proposal) {
    requireInUse(proposal);
    jdbc.sql(
            """
            update review.model_move set state = 'waiting', reason = null
            where proposal_id = ? and state = 'left'""")
        .param(proposal)
        .update();
  }

  private void leave(String proposal, Waiting one, String why) {
    each.executeWithoutResult(done -> mark(proposal, one, "left", why));
  }

  private void mark(String proposal, Waiting one, String state, String reason) {
    // A case that stands at many steps has many reasons; one too long must not hold up the others.
    String kept =
        reason != null && reason.length() > LONGEST_REASON
            ? reason.substring(0, LONGEST_REASON)
            : reason;
    jdbc.sql(
            """
            update review.model_move set state = ?, reason = ?, moved_at = ?
            where proposal_id = ? and instance_id = ?""")
        .params(state, kept, clock.instant().atOffset(ZoneOffset.UTC), proposal, one.instance())
        .update();
  }

  private OneModel model(String definition) {
    return new OneModel(definition, "", repository.getBpmnModelInstance(definition));
  }
}
