package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.practicereview.engine.TaskAccess;
import org.practicereview.engine.TaskAccess.Holder;
import org.practicereview.refusals.NotThere;
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
  private final TaskAccess access;

  GiveBack(IdentityService identity, TaskService tasks, TaskAccess access) {
    this.access = access;
    this.identity = identity;
    this.tasks = tasks;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher path = GIVEN_BACK.matcher(request.getRequestURI());
    Authentication caller = identity.getCurrentAuthentication();
    if (caller == null || !request.getMethod().equals("POST") || !path.matches()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      Optional<Holder> holder = access.holder(path.group(1));
      if (holder.isPresent() && holder.get().userId().equals(caller.getUserId())) {
        giveBack(path.group(1), caller);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } else {
        ClosedDoors.refuse(
            response,
            HttpServletResponse.SC_CONFLICT,
            holder
                .map(one -> "This is being done by " + access.name(one) + ". Nothing was changed.")
                .orElse("No one has this task. Nothing was changed."));
      }
    } catch (NotThere e) {
      ClosedDoors.refuse(
          response, HttpServletResponse.SC_NOT_FOUND, e.getMessage() + ". Nothing was changed.");
    } catch (OptimisticLockingException | NullValueException e) {
      ClosedDoors.refuse(
          response,
          HttpServletResponse.SC_CONFLICT,
          "Someone else changed this task at the same moment. Nothing was changed.");
    }
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
