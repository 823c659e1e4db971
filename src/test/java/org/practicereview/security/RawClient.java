package org.practicereview.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection that sends what no browser would, from a chosen address of this machine. */
final class RawClient implements AutoCloseable {

  private final Socket socket = new Socket();

  private RawClient(String from, int port) throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 5000);
  }

  /** Connects from an address, such as 127.0.0.7. */
  static RawClient from(String address, int port) {
    try {
      return new RawClient(address, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends lines, each with the line end of HTTP. */
  RawClient send(String... lines) {
    return sendText(String.join("\r\n", lines) + "\r\n");
  }

  /** Sends text as it is; a connection that the service has closed is no error. */
  RawClient sendText(String text) {
    isTaken(text);
    return this;
  }

  /** Sends text as it is, and says whether the connection still takes it. */
  boolean isTaken(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return true;
    } catch (SocketException closed) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends nothing more, and still listens. */
  RawClient breakOff() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes until the service closes the connection; empty if it closes at once. */
  String answer(Duration patience) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.setSoTimeout((int) patience.toMillis());
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("The service keeps the connection, after: " + answer, e);
    } catch (SocketException closed) {
      // Closed without an answer.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
