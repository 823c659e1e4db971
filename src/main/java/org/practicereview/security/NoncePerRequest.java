package org.practicereview.security;

import static org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the nonce of the content security policy with the request it was made for. The engine's web
 * applications hand it from the filter that writes the header to the one that writes the page in an
 * attribute of the servlet context, where any other request may replace it meanwhile. Header and
 * page then name different nonces, and the browser shows an empty page.
 */
class NoncePerRequest extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ServletContext own = own(request.getServletContext(), request);
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletContext getServletContext() {
            return own;
          }
        },
        response);
  }

  /** The context, but for the nonce, which is kept in the request. */
  private static ServletContext own(ServletContext shared, HttpServletRequest request) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (!isAboutNonce(arguments)) {
            return call(shared, method, arguments);
          }
          if (method.getName().equals("setAttribute")) {
            request.setAttribute(ATTR_CSP_FILTER_NONCE, arguments[1]);
            return null;
          }
          return request.getAttribute(ATTR_CSP_FILTER_NONCE);
        };
    return (ServletContext)
        Proxy.newProxyInstance(
            NoncePerRequest.class.getClassLoader(), new Class<?>[] {ServletContext.class}, handler);
  }

  private static boolean isAboutNonce(Object[] arguments) {
    return arguments != null && arguments.length > 0 && ATTR_CSP_FILTER_NONCE.equals(arguments[0]);
  }

  private static Object call(ServletContext context, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(context, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
