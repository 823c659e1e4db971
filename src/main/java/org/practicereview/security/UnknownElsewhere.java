package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for what the caller may not see as for what is not there. The engine answers with a fault
 * for an id of another partnership, which tells that there is such a thing, and fills the log.
 */
class UnknownElsewhere extends OncePerRequestFilter {

  private static final Pattern ONE =
      Pattern.compile(
          "/camunda/api/engine/engine/default/(task|process-instance|execution|job)/([^/]+)(/.*)?");

  /** What stands in the place of an id where all of a kind are meant. */
  private static final Set<String> ALL =
      Set.of(
          "count",
          "create",
          "report",
          "delete",
          "delete-historic-query-based",
          "suspended",
          "suspended-async",
          "job-retries",
          "job-retries-historic-query-based",
          "variables-async",
          "message-async",
          "retries");

  /** Forms answer in their own words, see the form gateway. */
  private static final Pattern FORMS =
      Pattern.compile("/(form-variables|submit-form|deployed-form|claim|unclaim|draft)/?");

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;

  UnknownElsewhere(TaskService tasks, RuntimeService runtime, ManagementService management) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher one = ONE.matcher(request.getRequestURI().substring(request.getContextPath().length()));
    if (one.matches()
        && !ALL.contains(one.group(2))
        && (one.group(3) == null || !FORMS.matcher(one.group(3)).matches())
        && !isSeen(one.group(1), one.group(2))) {
      ClosedDoors.refuse(
          response, HttpServletResponse.SC_NOT_FOUND, "There is nothing like that for you here.");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** With the caller's own rights and partnerships. */
  private boolean isSeen(String kind, String id) {
    return switch (kind) {
      case "task" -> tasks.createTaskQuery().taskId(id).count() == 1;
      case "process-instance" ->
          runtime.createProcessInstanceQuery().processInstanceId(id).count() == 1;
      case "execution" -> runtime.createExecutionQuery().executionId(id).count() == 1;
      default -> management.createJobQuery().jobId(id).count() == 1;
    };
  }
}
