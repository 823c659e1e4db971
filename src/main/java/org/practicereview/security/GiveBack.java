package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a person give back a task that they took. The engine counts that as handing a task to
 * someone, which people may not do; this is the one case of it that is theirs. Stands behind the
 * web applications' sign-in and cross-site checks.
 */
class GiveBack extends OncePerRequestFilter {

  private static final Pattern GIVEN_BACK =
      Pattern.compile("/camunda/api/engine/engine/default/task/([^/]+)/unclaim/?");

  private final IdentityService identity;
  private final TaskService tasks;

  GiveBack(IdentityService identity, TaskService tasks) {
    this.identity = identity;
    this.tasks = tasks;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher path = GIVEN_BACK.matcher(request.getRequestURI());
    Authentication caller = identity.getCurrentAuthentication();
    if (caller != null
        && request.getMethod().equals("POST")
        && path.matches()
        && isHeldBy(caller.getUserId(), path.group(1))) {
      giveBack(path.group(1), caller);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isHeldBy(String userId, String task) {
    return tasks.createTaskQuery().taskId(task).taskAssignee(userId).count() == 1;
  }

  private void giveBack(String task, Authentication caller) {
    identity.clearAuthentication();
    try {
      tasks.setAssignee(task, null);
    } finally {
      identity.setAuthentication(caller);
    }
  }
}
