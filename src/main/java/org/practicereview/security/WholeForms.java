package org.practicereview.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Globals;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a form whose fields could not all be read, for example because its sender went away. The
 * server would go on as if nothing had been filled in.
 */
class WholeForms implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!request.getMethod().equals("GET")) {
      request.getParameterMap();
    }
    if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null) {
      return true;
    }
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    return false;
  }
}
