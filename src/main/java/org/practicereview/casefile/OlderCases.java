package org.practicereview.casefile;

import java.util.List;
import java.util.function.Consumer;
import org.practicereview.refusals.Busy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes up, when the service starts, what cases from before a list was kept have to say in it. Each
 * case is a transaction of its own, and several nodes may start at once.
 */
@Component
public class OlderCases {

  private static final Logger LOG = LoggerFactory.getLogger(OlderCases.class);

  private final TransactionTemplate transactions;

  OlderCases(TransactionTemplate transactions) {
    this.transactions = transactions;
  }

  /**
   * Takes up cases.
   *
   * @param references those that the list does not know
   * @param missing what the list lacks of a case that cannot be read, as in "The actions"
   * @param keep puts a case in the list
   */
  public void takeUp(List<String> references, String missing, Consumer<String> keep) {
    for (String reference : references) {
      try {
        transactions.executeWithoutResult(status -> keep.accept(reference));
      } catch (DuplicateKeyException e) {
        LOG.debug("Another node has taken up {}", reference);
      } catch (RuntimeException e) {
        if (Busy.is(e)) {
          throw e;
        }
        // One case that cannot be read must not keep the others, or the service, from starting.
        LOG.error(
            "{} of {} are missing in lists ({}) until its answers can be read",
            missing,
            reference,
            e.getClass().getSimpleName());
      }
    }
  }
}
