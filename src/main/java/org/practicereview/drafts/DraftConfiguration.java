package org.practicereview.drafts;

import org.practicereview.engine.AccountNames;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.engine.TaskAccess;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the calls for drafts behind the web applications' own filters, as those for forms. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {

  @Bean
  FilterRegistrationBean<DraftGateway> draftGateway(
      FormDrafts drafts, TaskAccess access, EngineIdentity identity, AccountNames names) {
    FilterRegistrationBean<DraftGateway> registration =
        new FilterRegistrationBean<>(new DraftGateway(drafts, access, identity, names));
    // By name of the servlet, and so behind the filters that are mapped to addresses.
    registration.addServletNames("Engine Api");
    return registration;
  }
}
