package org.practicereview.oversight;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.security.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which columns of the list of cases each person wants to see. */
@Service
public class KeptColumns {

  private final JdbcClient jdbc;

  KeptColumns(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
  @Transactional
  public void keep(String userId, Collection<String> ids) {
    Set<Column> chosen = columns(ids);
    forget(userId);
    if (!chosen.equals(atFirst())) {
      jdbc.sql("insert into review.kept_columns (user_id, chosen) values (?, ?)")
          .params(userId, chosen.stream().map(Column::id).collect(Collectors.joining(",")))
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
