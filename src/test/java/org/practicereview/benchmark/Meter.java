package org.practicereview.benchmark;

import java.util.function.Consumer;

/** Adds up what pieces of work cost: statements, changed rows, processor time of both sides. */
final class Meter implements Consumer<Runnable> {

  private final CountedStatements database;
  private final Machine machine;

  private long statements;
  private long rows;
  private long service;
  private long server;

  Meter(CountedStatements database, Machine machine) {
    this.database = database;
    this.machine = machine;
  }

  @Override
  public void accept(Runnable work) {
    long serverBefore = machine.ofDatabase();
    long sentBefore = database.sent();
    long rowsBefore = database.rows();
    long serviceBefore = Machine.ofProcess();
    work.run();
    service += Machine.ofProcess() - serviceBefore;
    rows += database.rows() - rowsBefore;
    statements += database.sent() - sentBefore;
    server += machine.ofDatabase() - serverBefore;
  }

  /** Statements, changed rows, and milliseconds of the process and of the server, for each task. */
  double[] each(int tasks) {
    return new double[] {
      (double) statements / tasks,
      (double) rows / tasks,
      service / 1e6 / tasks,
      server / 1e6 / tasks
    };
  }
}
