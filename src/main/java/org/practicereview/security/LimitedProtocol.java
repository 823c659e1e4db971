package org.practicereview.security;

import org.apache.coyote.http11.Http11NioProtocol;
import org.practicereview.security.NetworkSettings.Proxies;

/** HTTP over {@link LimitedConnections}. Made by the server, from its name. */
public class LimitedProtocol extends Http11NioProtocol {

  private final LimitedConnections connections;

  /** Without a limit until {@link #limit} is called. */
  public LimitedProtocol() {
    this(new LimitedConnections());
  }

  private LimitedProtocol(LimitedConnections connections) {
    super(connections);
    this.connections = connections;
  }

  void limit(int connectionsPerAddress, Proxies unlimited) {
    connections.limit(connectionsPerAddress, unlimited);
  }
}
