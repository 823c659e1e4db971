package org.practicereview.security;

import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.util.NetMaskSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service meets the network.
 *
 * @param connectionsPerAddress how many connections one address may have open at once
 * @param requestsPerAddress how many requests of one client are worked on at once
 * @param trustedProxies addresses and ranges of the proxies in front, such as {@code 10.1.2.3} or
 *     {@code 10.1.2.0/24}; only these may say for whom they ask, and they are not limited
 * @param hosts names, besides that of the service's address, by which people may call it
 * @param onlyKnownHosts whether requests that call the service by any other name are refused
 */
@ConfigurationProperties("practice-review.network")
record NetworkSettings(
    @DefaultValue("100") int connectionsPerAddress,
    @DefaultValue("40") int requestsPerAddress,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue List<String> hosts,
    @DefaultValue("false") boolean onlyKnownHosts) {

  /** The addresses of the proxies; refuses an entry that is no address and no range. */
  Proxies proxies() {
    NetMaskSet masks = new NetMaskSet();
    List<String> wrong = masks.addAll(String.join(",", trustedProxies));
    if (!wrong.isEmpty()) {
      throw new UnsafeInstallation(
          List.of(
              "A trusted proxy is no address and no range: "
                  + String.join(", ", wrong)
                  + ". Set PRACTICE_REVIEW_TRUSTED_PROXIES to addresses such as 10.1.2.3 or"
                  + " 10.1.2.0/24, separated by commas."));
    }
    return masks::contains;
  }

  /** Which addresses are those of proxies. */
  @FunctionalInterface
  interface Proxies {

    boolean contain(InetAddress address);
  }
}
