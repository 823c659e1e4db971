package org.practicereview.files;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks the protocol of ClamAV's daemon over a real socket, and knows one file as harmful. */
public final class LittleClamd implements AutoCloseable {

  /** The file that every scanner knows; in two parts, so that none finds it here. */
  public static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

  private static final int LARGEST = 25 * 1024 * 1024;

  private final ServerSocket server;
  private final Thread thread;

  /** Answers at once, on a free port. */
  public LittleClamd() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::serve, "clamd");
    thread.setDaemon(true);
    thread.start();
  }

  /** The service's way to it. */
  public VirusScanner scanner() {
    return new ClamAv("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(5));
  }

  /** What an administrator gets who wants none. */
  public static VirusScanner off() {
    return new ScannerConfiguration().virusScanner("off");
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    ByteArrayOutputStream command = new ByteArrayOutputStream();
    for (int next = in.read(); next > 0; next = in.read()) {
      command.write(next);
    }
    String answer =
        switch (command.toString(StandardCharsets.US_ASCII)) {
          case "zPING" -> "PONG";
          case "zINSTREAM" -> judge(in);
          default -> "UNKNOWN COMMAND";
        };
    socket.getOutputStream().write((answer + '\0').getBytes(StandardCharsets.US_ASCII));
  }

  private static String judge(DataInputStream in) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      file.write(in.readNBytes(length));
    }
    if (file.size() > LARGEST) {
      return "INSTREAM size limit exceeded. ERROR";
    }
    return file.toString(StandardCharsets.ISO_8859_1).contains(EICAR)
        ? "stream: Eicar-Signature FOUND"
        : "stream: OK";
  }

  @Override
  public void close() {
    try {
      server.close();
      // A connection that was accepted at this moment would still be answered.
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
