package org.practicereview.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * One look at the database: while a request is answered that only reads, what was read once is not
 * read again, so all parts of a page say the same. Nothing is kept beyond the request. Where
 * something may be written, everything is read anew: in requests other than GET, in jobs, and in a
 * transaction that may write, after which the rest of the request looks again, too.
 */
public final class OneLook {

  private static final String SEEN = OneLook.class.getName();
  private static final String READING = SEEN + ".reading";

  private OneLook() {}

  /**
   * What is read, or was read before in this request.
   *
   * @param what of which kind it is, for example the table
   * @param which of these, for example the reference of a case
   * @param read reads it; its result is shared, so no one may change it
   */
  @SuppressWarnings("unchecked")
  public static <T> T at(String what, Object which, Supplier<T> read) {
    Map<List<Object>, Object> seen = seen();
    if (seen == null) {
      return read.get();
    }
    if (!isReading() && mayWrite()) {
      seen.clear();
      return read.get();
    }
    List<Object> key = List.of(what, which);
    if (!seen.containsKey(key)) {
      seen.put(key, read.get());
    }
    return (T) seen.get(key);
  }

  /**
   * Work in a transaction that could write, but changes nothing that is read here: what it reads is
   * kept, too. Some of it locks what it reads, so that the transaction itself cannot be one that
   * only reads.
   */
  public static <T> T reading(Supplier<T> work) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null || isReading()) {
      return work.get();
    }
    request.setAttribute(READING, true, RequestAttributes.SCOPE_REQUEST);
    try {
      return work.get();
    } finally {
      request.removeAttribute(READING, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private static boolean isReading() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null
        && request.getAttribute(READING, RequestAttributes.SCOPE_REQUEST) != null;
  }

  private static boolean mayWrite() {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
  }

  /** What this request has seen; null where there is none, or it may change something. */
  @SuppressWarnings("unchecked")
  private static Map<List<Object>, Object> seen() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
        || !"GET".equals(request.getRequest().getMethod())) {
      return null;
    }
    Object seen = request.getAttribute(SEEN, RequestAttributes.SCOPE_REQUEST);
    if (seen == null) {
      seen = new HashMap<List<Object>, Object>();
      request.setAttribute(SEEN, seen, RequestAttributes.SCOPE_REQUEST);
    }
    return (Map<List<Object>, Object>) seen;
  }
}
