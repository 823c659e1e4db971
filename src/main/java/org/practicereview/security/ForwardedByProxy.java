package org.practicereview.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.practicereview.security.NetworkSettings.Proxies;

/**
 * Believes what a trusted proxy says about the client and about encryption, and takes the headers
 * that say so out of every request: behind this no one can read what a client made up.
 */
class ForwardedByProxy extends ValveBase {

  private static final String FOR = "X-Forwarded-For";
  private static final String PROTOCOL = "X-Forwarded-Proto";
  private static final List<String> OTHERS =
      List.of(
          "Forwarded",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Server",
          "X-Forwarded-Ssl",
          "X-Forwarded-By",
          "X-Real-IP",
          "X-Original-URL",
          "X-Rewrite-URL");

  private final Proxies proxies;

  ForwardedByProxy(Proxies proxies) {
    super(true);
    this.proxies = proxies;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (ClientAddress.read(request.getRemoteAddr()).filter(proxies::contain).isPresent()) {
      client(request)
          .map(InetAddress::getHostAddress)
          .ifPresent(
              client -> {
                request.setRemoteAddr(client);
                request.setRemoteHost(client);
              });
      if ("https".equalsIgnoreCase(last(request, PROTOCOL))) {
        request.setSecure(true);
        request.getCoyoteRequest().scheme().setString("https");
        request.getCoyoteRequest().setServerPort(443);
      }
    }
    MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
    Stream.concat(Stream.of(FOR, PROTOCOL), OTHERS.stream()).forEach(headers::removeHeader);
    getNext().invoke(request, response);
  }

  /** The nearest address that is not a proxy's: what stands before it anyone can have written. */
  private Optional<InetAddress> client(Request request) {
    InetAddress nearest = null;
    List<String> addresses = values(request, FOR);
    for (int i = addresses.size() - 1; i >= 0; i--) {
      Optional<InetAddress> address = ClientAddress.read(addresses.get(i));
      if (address.isEmpty()) {
        break;
      }
      nearest = address.get();
      if (!proxies.contain(nearest)) {
        break;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String last(Request request, String header) {
    List<String> values = values(request, header);
    return values.isEmpty() ? "" : values.get(values.size() - 1);
  }

  private static List<String> values(Request request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .toList();
  }
}
