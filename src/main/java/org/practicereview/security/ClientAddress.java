package org.practicereview.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses in the network, as far as they tell one client from another. */
final class ClientAddress {

  /** Never a name, which would be looked up. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%\\w+)?");

  private ClientAddress() {}

  /** An address that is written in numbers; empty if it is none. */
  static Optional<InetAddress> read(String text) {
    if (text == null || !LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The same text for all addresses of one client; with IPv6 a client has a subnet of 64 bits. */
  static String client(InetAddress address) {
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), 8))
        : address.getHostAddress();
  }
}
