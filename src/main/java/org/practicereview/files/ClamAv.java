package org.practicereview.files;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the daemon of ClamAV over the network; see the manual page of clamd for its commands. */
class ClamAv implements VirusScanner {

  private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);
  private static final int CONNECT = (int) Duration.ofSeconds(2).toMillis();
  private static final int CHUNK = 64 * 1024;

  private final String host;
  private final int port;
  private final int patience;

  ClamAv(String host, int port, Duration patience) {
    this.host = host;
    this.port = port;
    this.patience = (int) patience.toMillis();
  }

  @Override
  public Verdict scan(byte[] content) {
    try {
      String answer = ask("INSTREAM", content);
      if (answer.equals("stream: OK")) {
        return Verdict.CLEAN;
      }
      if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
        return Verdict.INFECTED;
      }
      LOG.warn("The virus scanner could not judge a file of {} bytes", content.length);
    } catch (IOException e) {
      LOG.warn("The virus scanner does not answer: {}", e.getClass().getSimpleName());
    }
    return Verdict.NOT_NOW;
  }

  @Override
  public boolean answers() {
    try {
      return ask("PING", null).equals("PONG");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean isOff() {
    return false;
  }

  private String ask(String command, byte[] content) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT);
      socket.setSoTimeout(patience);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write(('z' + command + '\0').getBytes(StandardCharsets.US_ASCII));
      if (content != null) {
        for (int sent = 0; sent < content.length; sent += CHUNK) {
          int length = Math.min(CHUNK, content.length - sent);
          out.writeInt(length);
          out.write(content, sent, length);
        }
        out.writeInt(0);
      }
      out.flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      for (int next = socket.getInputStream().read();
          next > 0 && answer.size() < 1000;
          next = socket.getInputStream().read()) {
        answer.write(next);
      }
      return answer.toString(StandardCharsets.US_ASCII).strip();
    }
  }
}
