package org.practicereview.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what a database is sent through a pool, each statement and each entry of a batch, and the
 * rows that these have changed. The ends of transactions do not count.
 */
final class CountedStatements extends DelegatingDataSource {

  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();

  CountedStatements(DataSource pool) {
    super(pool);
  }

  long sent() {
    return sent.get();
  }

  long rows() {
    return rows.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return counted(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return counted(super.getConnection(user, password));
  }

  private Connection counted(Connection connection) {
    return (Connection) counted(connection, Connection.class);
  }

  private Object counted(Object target, Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          String name = method.getName();
          // Entries of a batch are counted one by one, and so not once more as a whole.
          if (name.equals("addBatch") || name.startsWith("execute") && !name.endsWith("Batch")) {
            sent.incrementAndGet();
          }
          try {
            Object result = method.invoke(target, arguments);
            rows.addAndGet(changed(name, result));
            boolean statement =
                target instanceof Connection
                    && Statement.class.isAssignableFrom(method.getReturnType());
            return statement ? counted(result, method.getReturnType()) : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private static long changed(String method, Object result) {
    if (method.equals("executeBatch")) {
      // One that does not say how many has changed the one row it names.
      return Arrays.stream((int[]) result).mapToLong(row -> row < 0 ? 1 : row).sum();
    }
    boolean says = method.equals("executeUpdate") || method.equals("getUpdateCount");
    return says ? Math.max(0, (int) result) : 0;
  }
}
