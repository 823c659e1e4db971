package org.practicereview.security;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.practicereview.security.NetworkSettings.Proxies;

/**
 * Accepts only so many connections of one address at once, before anything is read from them; for
 * IPv6 all addresses of a subnet (64 bits) count as one. Proxies are not limited. Every connection
 * that is accepted is a {@link PatientChannel}.
 */
class LimitedConnections extends NioEndpoint {

  /** Channels that are kept for the next connection. */
  private static final int KEPT = 128;

  private int most = Integer.MAX_VALUE;
  private Proxies proxies = address -> false;

  LimitedConnections() {
    socketProperties.setBufferPool(KEPT);
  }

  void limit(int connectionsPerAddress, Proxies unlimited) {
    most = connectionsPerAddress;
    proxies = unlimited;
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    InetAddress address = socket.socket().getInetAddress();
    if (address != null && !proxies.contain(address) && opened(address) >= most) {
      destroySocket(socket);
      return false;
    }
    if (!isSSLEnabled()) {
      // The endpoint takes its channel from here.
      getNioChannels()
          .push(
              new PatientChannel(
                  new SocketBufferHandler(
                      socketProperties.getAppReadBufSize(),
                      socketProperties.getAppWriteBufSize(),
                      socketProperties.getDirectBuffer())));
    }
    return super.setSocketOptions(socket);
  }

  private long opened(InetAddress address) {
    String client = ClientAddress.client(address);
    return connections.keySet().stream()
        .map(open -> open.socket().getInetAddress())
        .filter(other -> other != null && ClientAddress.client(other).equals(client))
        .count();
  }
}
