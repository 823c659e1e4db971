package org.practicereview.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses requests that call the service by a name that it does not have. The check of its health
 * may use any name, and the machine itself may say "localhost".
 */
class KnownHosts extends ValveBase {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String HEALTH = "/actuator/health";

  private final Set<String> known = new TreeSet<>();

  /**
   * Knows the name of an address and others.
   *
   * @param address where people reach the service, such as {@code https://reviews.example}
   */
  KnownHosts(String address, Iterable<String> others) {
    super(true);
    others.forEach(other -> known.add(other.strip().toLowerCase(Locale.ROOT)));
    String host = URI.create(address).getHost();
    if (host != null) {
      known.add(host.toLowerCase(Locale.ROOT));
    }
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    String host = request.getServerName().toLowerCase(Locale.ROOT);
    if (known.contains(host)
        || request.getRequestURI().startsWith(HEALTH)
        || THIS_MACHINE.contains(host) && isThisMachine(request)) {
      getNext().invoke(request, response);
    } else {
      RequestsAtOnce.refuse(
          request,
          response,
          HttpServletResponse.SC_BAD_REQUEST,
          "The service is not known by this name. Use the address that stands in its mails.");
    }
  }

  private static boolean isThisMachine(Request request) {
    return ClientAddress.read(request.getRemoteAddr())
        .filter(InetAddress::isLoopbackAddress)
        .isPresent();
  }
}
