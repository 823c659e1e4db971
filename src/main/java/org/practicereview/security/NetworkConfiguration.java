package org.practicereview.security;

import org.practicereview.security.NetworkSettings.Proxies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands between the network and everything else: limits, proxies, names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkSettings.class)
class NetworkConfiguration implements WebMvcConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkConfiguration.class);

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new WholeForms());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> network(
      NetworkSettings settings, @Value("${practice-review.address}") String address) {
    Proxies proxies = settings.proxies();
    if (settings.onlyKnownHosts() && settings.trustedProxies().isEmpty()) {
      LOG.warn(
          "No trusted proxy is named, so that all people behind a proxy count as one client."
              + " Set PRACTICE_REVIEW_TRUSTED_PROXIES.");
    }
    return server -> {
      server.setProtocol(LimitedProtocol.class.getName());
      server.addConnectorCustomizers(
          connector -> {
            if (connector.getProtocolHandler() instanceof LimitedProtocol protocol) {
              protocol.limit(settings.connectionsPerAddress(), proxies);
            }
          });
      server.addEngineValves(new AbortedRequests.HangUp(), new ForwardedByProxy(proxies));
      if (settings.onlyKnownHosts()) {
        server.addEngineValves(new KnownHosts(address, settings.hosts()));
      }
      server.addEngineValves(new RequestsAtOnce(settings.requestsPerAddress(), proxies));
    };
  }

  @Bean
  FilterRegistrationBean<AbortedRequests> abortedRequests() {
    FilterRegistrationBean<AbortedRequests> registration =
        new FilterRegistrationBean<>(new AbortedRequests());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
