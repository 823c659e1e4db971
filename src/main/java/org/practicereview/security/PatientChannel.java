package org.practicereview.security;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * Waits for a request, its head and its body together, for twenty seconds, and a second more for
 * each 500 bytes that have come. The time-out of the server counts anew with each byte; this one
 * does not, so that no one holds the service by sending a byte now and then. Counted is only the
 * time in which the service waits for the sender.
 */
class PatientChannel extends NioChannel {

  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
  private static final long PER_BYTE = Duration.ofSeconds(1).toNanos() / 500;

  private long waitingSince;
  private long waited;
  private long received;
  private boolean lost;

  PatientChannel(SocketBufferHandler buffers) {
    super(buffers);
  }

  @Override
  public void reset(SocketChannel channel, NioSocketWrapper socket) throws IOException {
    super.reset(channel, socket);
    lost = false;
    nextRequest();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int read = super.read(target);
    count(read);
    return read;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    long read = super.read(targets, offset, length);
    count(read);
    return read;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    nextRequest();
    return super.write(source);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    nextRequest();
    return super.write(sources, offset, length);
  }

  /** An answer is being written: what is read next belongs to another request. */
  private void nextRequest() {
    waitingSince = 0;
    waited = 0;
    received = 0;
  }

  private void count(long read) throws IOException {
    long now = System.nanoTime();
    if (waitingSince != 0) {
      waited += now - waitingSince;
      waitingSince = 0;
    }
    if (read > 0) {
      received += read;
    } else if (read == 0 && received > 0) {
      waitingSince = now;
    }
    lost |= waited > PATIENCE + received * PER_BYTE;
    if (lost) {
      throw new SocketTimeoutException("The request comes too slowly");
    }
  }
}
