package org.practicereview.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request for a list that names no length gets the first 2,000. The engine refuses lists without
 * end, and some pages of the web applications ask for them.
 */
class BoundedQuery extends HttpServletRequestWrapper {

  private static final String BOUND = "maxResults=2000";

  BoundedQuery(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getQueryString() {
    String query = super.getQueryString();
    if (query == null || query.isEmpty()) {
      return BOUND;
    }
    return query.matches("(.*&)?maxResults=.*") ? query : query + "&" + BOUND;
  }
}
