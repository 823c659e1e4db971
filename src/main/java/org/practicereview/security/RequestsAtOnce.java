package org.practicereview.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.practicereview.security.NetworkSettings.Proxies;

/**
 * Works on so many requests of one client at once, and refuses more before their bodies are read.
 * This holds for clients behind a proxy too, whose connections cannot be told apart.
 */
class RequestsAtOnce extends ValveBase {

  private final int most;
  private final Proxies proxies;
  private final Map<String, Integer> running = new ConcurrentHashMap<>();

  RequestsAtOnce(int most, Proxies proxies) {
    super(true);
    this.most = most;
    this.proxies = proxies;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Optional<InetAddress> address = ClientAddress.read(request.getRemoteAddr());
    if (address.isEmpty() || proxies.contain(address.get())) {
      getNext().invoke(request, response);
      return;
    }
    String client = ClientAddress.client(address.get());
    try {
      if (running.merge(client, 1, Integer::sum) > most) {
        response.setHeader("Retry-After", "10");
        refuse(request, response, 429, "Too many requests at once. Try again in a moment.");
      } else {
        getNext().invoke(request, response);
      }
    } finally {
      running.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Answers and closes the connection, without reading what may still come. */
  static void refuse(Request request, Response response, int status, String words)
      throws IOException {
    request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    byte[] body = words.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.finishResponse();
  }
}
