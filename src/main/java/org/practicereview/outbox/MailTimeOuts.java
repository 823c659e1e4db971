package org.practicereview.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * How long a mail server may take: a short while to answer a command, and much longer once it has
 * the content, which it may check for viruses before it answers. Whoever hangs up then does not
 * know whether the mail was taken. In milliseconds, for RFC 5321, section 4.5.3.2.
 */
final class MailTimeOuts extends SocketFactory {

  private static final int CONNECT = 10_000;
  private static final int ANSWER = 60_000;
  private static final int WRITE = 180_000;
  private static final int AFTER_CONTENT = 600_000;

  private final SocketFactory sockets;
  private final int answer;
  private volatile Socket last;

  private MailTimeOuts(SocketFactory sockets, int answer) {
    this.sockets = sockets;
    this.answer = answer;
  }

  /**
   * Adds them to the settings of one connection, where nothing else is set.
   *
   * @param protocol such as {@code smtp}; its settings begin with its name
   */
  static MailTimeOuts of(String protocol, Properties settings) {
    String prefix = "mail." + protocol + ".";
    settings.putIfAbsent(prefix + "connectiontimeout", String.valueOf(CONNECT));
    settings.putIfAbsent(prefix + "timeout", String.valueOf(ANSWER));
    settings.putIfAbsent(prefix + "writetimeout", String.valueOf(WRITE));
    if (hasConnectionsOfItsOwn(prefix, settings)) {
      return new MailTimeOuts(null, ANSWER);
    }
    boolean encrypted =
        protocol.equals("smtps") || "true".equals(settings.getProperty(prefix + "ssl.enable"));
    String name = prefix + (encrypted ? "ssl.socketFactory" : "socketFactory");
    SocketFactory given =
        settings.get(name) instanceof SocketFactory own
            ? own
            : encrypted ? SSLSocketFactory.getDefault() : SocketFactory.getDefault();
    MailTimeOuts sockets =
        new MailTimeOuts(given, Integer.parseInt(settings.getProperty(prefix + "timeout")));
    settings.put(name, sockets);
    return sockets;
  }

  /** The mail library ignores such settings where it is given sockets. */
  private static boolean hasConnectionsOfItsOwn(String prefix, Properties settings) {
    return Stream.of("socketFactory.class", "ssl.socketFactory.class", "ssl.trust", "socks.host")
        .anyMatch(name -> settings.containsKey(prefix + name));
  }

  /** The content has begun: what was asked for takes as long as it takes. */
  void contentBegins() {
    set(Math.max(answer, AFTER_CONTENT));
  }

  /** The server has answered. */
  void contentEnds() {
    set(answer);
  }

  private void set(int milliseconds) {
    Socket socket = last;
    try {
      if (socket != null && !socket.isClosed()) {
        socket.setSoTimeout(milliseconds);
      }
    } catch (SocketException e) {
      // It broke meanwhile, as the next word to the server will show.
      last = null;
    }
  }

  private Socket kept(Socket socket) {
    last = socket;
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return kept(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return kept(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return kept(sockets.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return kept(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return kept(sockets.createSocket(host, port, from, fromPort));
  }
}
