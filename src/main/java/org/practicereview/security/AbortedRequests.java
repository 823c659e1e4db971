package org.practicereview.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.Globals;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A client that went away, or never sent the rest, is no error of the service: no stack trace. Its
 * connection ends, and no one waits for what it may still send.
 */
class AbortedRequests extends OncePerRequestFilter {

  private static final String ABORTED = AbortedRequests.class.getName();
  private static final Logger LOG = LoggerFactory.getLogger(AbortedRequests.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (!isAborted(e)) {
        throw e;
      }
      LOG.debug("A {} request ended before it was whole.", request.getMethod());
      request.setAttribute(ABORTED, true);
      if (!response.isCommitted()) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      }
    }
  }

  /** Also an exception of ours that was caused by one of the connection. */
  private static boolean isAborted(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadRequestException) {
        return true;
      }
    }
    return false;
  }

  /** Closes the connection of a request that did not come whole, in the server. */
  static class HangUp extends ValveBase {

    HangUp() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      getNext().invoke(request, response);
      if (request.getAttribute(ABORTED) != null
          || request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) != null) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
      }
    }
  }
}
