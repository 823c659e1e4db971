package org.practicereview.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers one command as a test says, or hangs up instead of answering. */
final class ScriptedSmtpServer implements AutoCloseable {

  static final String HANG_UP = "";

  private static final String END_OF_CONTENT = ".";

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final AtomicInteger contents = new AtomicInteger();
  private volatile CountDownLatch thinks = new CountDownLatch(0);
  private volatile Duration longest = Duration.ZERO;

  ScriptedSmtpServer(String command, String answer) throws IOException {
    this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.answers = Map.of(command, answer);
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How often someone began to send the content of a mail. */
  int contents() {
    return contents.get();
  }

  /** From now on it thinks about the content of a mail, so long or until it is let go. */
  CountDownLatch thinks(Duration longest) {
    this.longest = longest;
    thinks = new CountDownLatch(1);
    return thinks;
  }

  private void think() throws IOException {
    try {
      thinks.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = client.getOutputStream();
    say(out, "220 scripted");
    boolean content = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (content && !line.equals(END_OF_CONTENT)) {
        continue;
      }
      String command = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
      content = command.equals("DATA");
      contents.addAndGet(content ? 1 : 0);
      String answer = answers.getOrDefault(command, content ? "354 go on" : "250 ok");
      if (answer.equals(HANG_UP)) {
        return;
      }
      if (command.equals(END_OF_CONTENT)) {
        think();
      }
      say(out, answer);
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
