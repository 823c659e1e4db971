package org.practicereview.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Processor time of this process, of the database server and of everything on the machine, as Linux
 * keeps it; elsewhere only that of this process.
 */
final class Machine {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final long NANOS_PER_TICK = 10_000_000L;

  private final String server;

  Machine(JdbcTemplate database) {
    String backend = database.queryForObject("select pg_backend_pid()", Integer.class).toString();
    server = stat(backend).map(fields -> fields.get(1)).findFirst().orElse("");
  }

  /** Nanoseconds that this process has used. */
  static long ofProcess() {
    return SYSTEM.getProcessCpuTime();
  }

  /** Nanoseconds that the database server has used, all its processes together. */
  long ofDatabase() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
              .map(process -> process.getFileName().toString())
              .filter(name -> name.matches("\\d+"))
              .flatMap(Machine::stat)
              .filter(fields -> fields.get(1).equals(server))
              .mapToLong(fields -> ticks(fields, 11, 13))
              .sum()
          + stat(server).mapToLong(fields -> ticks(fields, 11, 15)).sum();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Nanoseconds that all processors of the machine have worked. */
  static long ofAll() {
    try {
      List<Long> ticks =
          Arrays.stream(Files.readAllLines(Path.of("/proc/stat")).get(0).strip().split("\\s+"))
              .skip(1)
              .map(Long::valueOf)
              .toList();
      // user, nice, system, then idle and waiting, then interrupts
      return (ticks.get(0) + ticks.get(1) + ticks.get(2) + ticks.get(5) + ticks.get(6))
          * NANOS_PER_TICK;
    } catch (IOException e) {
      return 0;
    }
  }

  static String load() {
    return "%.1f".formatted(SYSTEM.getSystemLoadAverage());
  }

  private static long ticks(List<String> fields, int from, int to) {
    return fields.subList(from, to).stream().mapToLong(Long::parseLong).sum() * NANOS_PER_TICK;
  }

  /** What stands behind the name of a process: its state, its parent and so on. */
  private static Stream<List<String>> stat(String process) {
    try {
      String line = Files.readString(Path.of("/proc", process, "stat"));
      return Stream.of(List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
