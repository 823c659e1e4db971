package org.practicereview.engine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the form gateway behind the web applications' own filters, and before their resources. */
@Configuration(proxyBeanMethods = false)
class FormGatewayConfiguration {

  @Bean
  FilterRegistrationBean<FormGateway> formGatewayRegistration(
      CaseForms forms, EngineIdentity identity) {
    FilterRegistrationBean<FormGateway> registration =
        new FilterRegistrationBean<>(new FormGateway(forms, identity));
    registration.addUrlPatterns("/camunda/api/engine/*");
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    // The sign-in filter is registered by hand in the servlet context; match after it.
    registration.setMatchAfter(true);
    return registration;
  }
}
