package org.practicereview.oversight;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.security.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which columns of the list of cases each person wants to see. */
@Service
public class KeptColumns {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  KeptColumns(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** A column that can be left out; the reference of a case is always shown. */
  public enum Column {
    URGENCY("Urgency", true),
    PSEUDONYM("Pseudonym", true),
    PARTNERSHIP("Partnership", false),
    STAGE("Stage", true),
    WORK("Next step, and who is waited for", true),
    DUE("Statutory date", true),
    OPENED("Opened on", true),
    CLOSED("Closed on", false);

    private final String words;
    private final boolean atFirst;

    Column(String words, boolean atFirst) {
      this.words = words;
      this.atFirst = atFirst;
    }

    /** Its heading. */
    public String words() {
      return words;
    }

    /** Its name in forms. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The columns that someone sees. */
  @Transactional(readOnly = true)
  public Set<Column> of(String userId) {
    return jdbc.sql("select chosen from review.kept_columns where user_id = ?")
        .param(userId)
        .query(String.class)
        .optional()
        .map(chosen -> columns(Arrays.asList(chosen.split(","))))
        .orElseGet(KeptColumns::atFirst);
  }

  private static Set<Column> atFirst() {
    return Arrays.stream(Column.values())
        .filter(one -> one.atFirst)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
  }

  private static Set<Column> columns(Collection<String> ids) {
    return Arrays.stream(Column.values())
        .filter(one -> ids.contains(one.id()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
  }

  /**
   * Keeps which columns someone wants to see.
   *
   * @param ids names of columns; what is no column is passed over
   */
  public void keep(String userId, Collection<String> ids) {
    Set<Column> chosen = columns(ids);
    try {
      transactions.executeWithoutResult(status -> write(userId, chosen));
    } catch (DuplicateKeyException e) {
      // Sent twice at the same moment: now the row is there, and the later one stands.
      transactions.executeWithoutResult(status -> write(userId, chosen));
    }
  }

  private void write(String userId, Set<Column> chosen) {
    if (chosen.equals(atFirst())) {
      forget(userId);
      return;
    }
    String ids = chosen.stream().map(Column::id).collect(Collectors.joining(","));
    if (jdbc.sql("update review.kept_columns set chosen = ? where user_id = ?")
            .params(ids, userId)
            .update()
        == 0) {
      jdbc.sql("insert into review.kept_columns (user_id, chosen) values (?, ?)")
          .params(userId, ids)
          .update();
    }
  }

  @EventListener
  void accountGone(AccountEnded account) {
    forget(account.userId());
  }

  private void forget(String userId) {
    jdbc.sql("delete from review.kept_columns where user_id = ?").param(userId).update();
  }
}
