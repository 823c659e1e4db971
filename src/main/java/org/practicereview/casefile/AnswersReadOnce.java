package org.practicereview.casefile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.practicereview.reading.OneLook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Reads the answers of a case once in a request, or in a transaction where there is no request. One
 * screen asks for them half a dozen times, and each time all of them would be parsed. What was read
 * counts only as long as the database shows the same answers and the same seal, so an answer that
 * someone gives meanwhile, here or on another node, is never missed.
 */
@Primary
@Service
class AnswersReadOnce implements Answers {

  private static final String KEPT = AnswersReadOnce.class.getName();

  private final JdbcAnswers stored;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  AnswersReadOnce(JdbcAnswers stored, JdbcClient jdbc, ApplicationEventPublisher events) {
    this.stored = stored;
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Answers are only ever added: as many of them, and the same newest one, are the same. */
  private record State(boolean sealed, long count, long newest) {}

  private record Reading(State state, List<FormAnswers> answers) {}

  @Override
  @Transactional
  public void store(FormAnswers answers) {
    stored.store(answers);
    events.publishEvent(new AnswersKept(answers));
  }

  @Override
  public List<FormAnswers> of(String caseReference) {
    Optional<Map<String, Reading>> kept = kept();
    if (kept.isEmpty()) {
      return stored.of(caseReference);
    }
    State state = OneLook.at("answers of a case", caseReference, () -> state(caseReference));
    return kept.get()
        .compute(
            caseReference,
            (reference, before) ->
                before != null && before.state().equals(state)
                    ? before
                    : new Reading(
                        state,
                        stored.of(reference).stream().map(AnswersReadOnce::unchangeable).toList()))
        .answers();
  }

  @Override
  public Optional<FormAnswers> latest(String caseReference, String form, String scope) {
    return kept().isEmpty()
        ? stored.latest(caseReference, form, scope)
        : of(caseReference).stream()
            .filter(given -> given.form().equals(form) && given.scope().equals(scope))
            .reduce((earlier, later) -> later);
  }

  private State state(String caseReference) {
    return jdbc.sql(
            """
            select count(*) given, coalesce(max(number), 0) newest,
              (select count(*) from review.seal where case_reference = :case) seals
            from review.form_answers where case_reference = :case""")
        .param("case", caseReference)
        .query(
            (row, number) ->
                new State(row.getInt("seals") > 0, row.getLong("given"), row.getLong("newest")))
        .single();
  }

  /** What was read before in this request or transaction; empty where there is neither. */
  @SuppressWarnings("unchecked")
  private Optional<Map<String, Reading>> kept() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      Object kept = request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST);
      if (kept == null) {
        kept = new ConcurrentHashMap<String, Reading>();
        request.setAttribute(KEPT, kept, RequestAttributes.SCOPE_REQUEST);
      }
      return Optional.of((Map<String, Reading>) kept);
    }
    return TransactionSynchronizationManager.isSynchronizationActive()
        ? Optional.of(ofTransaction())
        : Optional.empty();
  }

  private Map<String, Reading> ofTransaction() {
    Kept kept = (Kept) TransactionSynchronizationManager.getResource(this);
    if (kept == null) {
      kept = new Kept();
      TransactionSynchronizationManager.bindResource(this, kept);
      TransactionSynchronizationManager.registerSynchronization(
          new ResourceHolderSynchronization<>(kept, this) {});
    }
    return kept.readings;
  }

  private static final class Kept extends ResourceHolderSupport {
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
  }

  /** Several readers share what was read, so none of them may change it. */
  private static FormAnswers unchangeable(FormAnswers given) {
    return new FormAnswers(
        given.caseReference(),
        given.form(),
        given.formVersion(),
        given.task(),
        given.scope(),
        frozenMap(given.values()),
        given.by(),
        given.at());
  }

  private static <K> Map<K, Object> frozenMap(Map<K, ?> values) {
    Map<K, Object> copy = new LinkedHashMap<>();
    values.forEach((key, value) -> copy.put(key, frozen(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object frozen(Object value) {
    if (value instanceof Map<?, ?> map) {
      return frozenMap(map);
    }
    return value instanceof List<?> list
        ? list.stream().map(AnswersReadOnce::frozen).toList()
        : value;
  }
}
