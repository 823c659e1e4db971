package org.practicereview.casefile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one person gave in one form, whole.
 *
 * @param form id of the form
 * @param formVersion hash of the form's text, so that a later reader knows which questions stood
 *     there
 * @param task element id of the user task, or {@code start}
 * @param scope whose answer it is: an agency by its code, a partner by {@code partner:} and its
 *     code, or empty when it speaks for the case
 * @param values answers by field key: text, numbers, booleans, lists and rows
 * @param by user id
 */
public record FormAnswers(
    String caseReference,
    String form,
    String formVersion,
    String task,
    String scope,
    Map<String, Object> values,
    String by,
    Instant at) {
  /** The same, with the answers to some of the questions only. */
  FormAnswers only(Predicate<String> questions) {
    Map<String, Object> left = new LinkedHashMap<>(values);
    left.keySet().removeIf(questions.negate());
    return new FormAnswers(caseReference, form, formVersion, task, scope, left, by, at);
  }
}
