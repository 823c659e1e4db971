package org.practicereview.engine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the form gateway behind the web applications' own filters, and before their resources. */
@Configuration(proxyBeanMethods = false)
class FormGatewayConfiguration {

  /** Name under which the web applications register the engine's web interface. */
  private static final String ENGINE_SERVLET = "Engine Api";

  @Bean
  FilterRegistrationBean<FormGateway> formGatewayRegistration(
      CaseForms forms, StartPlaces places, SentReferrals sent, EngineIdentity identity) {
    FilterRegistrationBean<FormGateway> registration =
        new FilterRegistrationBean<>(new FormGateway(forms, places, sent, identity));
    // Mapped to the servlet by name: a container runs these filters after all that are mapped to
    // addresses, and so after the web applications' sign-in and cross-site checks.
    registration.addServletNames(ENGINE_SERVLET);
    return registration;
  }

  @Bean
  FilterRegistrationBean<PlainFaults> plainFaults() {
    FilterRegistrationBean<PlainFaults> registration =
        new FilterRegistrationBean<>(new PlainFaults());
    registration.addUrlPatterns("/camunda/api/*");
    return registration;
  }
}
