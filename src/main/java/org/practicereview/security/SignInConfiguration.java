package org.practicereview.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.practicereview.engine.TaskAccess;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may open which address. The engine's web applications bring their own sign-in and their own
 * protection against cross-site requests; for them only the doors of {@link ClosedDoors} are added.
 * Our own pages take over the sign-in of the web applications, and are closed unless listed here.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  /** Where someone who is not signed in is sent. */
  static final String SIGN_IN = "/camunda/app/welcome/default/#!/login";

  private static final String[] OPEN = {
    "/",
    "/refer/**",
    "/briefing/**",
    "/published/**",
    "/steps/**",
    "/calendar/feed/*",
    "/sitemap.xml",
    "/robots.txt",
    "/actuator/health",
    "/actuator/health/liveness",
    "/actuator/health/readiness",
    "/error",
    "/webjars/**",
    "/pages/**",
    "/assets/**",
    "/css/**",
    "/js/**",
    "/images/**",
    "/fonts/**",
    "/favicon.ico"
  };

  private static final String CONTENT =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  @Bean
  FilterRegistrationBean<PlainAddresses> plainAddresses() {
    FilterRegistrationBean<PlainAddresses> registration =
        new FilterRegistrationBean<>(new PlainAddresses());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  @Bean
  FilterRegistrationBean<NoncePerRequest> noncePerRequest() {
    FilterRegistrationBean<NoncePerRequest> registration =
        new FilterRegistrationBean<>(new NoncePerRequest());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    registration.addUrlPatterns("/camunda/app/*");
    return registration;
  }

  @Bean
  FilterRegistrationBean<OversightWhereItIsHeld> oversight(IdentityService identity) {
    FilterRegistrationBean<OversightWhereItIsHeld> registration =
        new FilterRegistrationBean<>(new OversightWhereItIsHeld(identity));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
    registration.addServletNames("Engine Api", "Cockpit Api");
    return registration;
  }

  @Bean
  FilterRegistrationBean<UnknownElsewhere> unknownElsewhere(
      TaskService tasks, RuntimeService runtime, ManagementService management) {
    FilterRegistrationBean<UnknownElsewhere> registration =
        new FilterRegistrationBean<>(new UnknownElsewhere(tasks, runtime, management));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 40);
    registration.addServletNames("Engine Api");
    return registration;
  }

  @Bean
  FilterRegistrationBean<GiveBack> giveBack(
      IdentityService identity, TaskService tasks, TaskAccess access) {
    FilterRegistrationBean<GiveBack> registration =
        new FilterRegistrationBean<>(new GiveBack(identity, tasks, access));
    // By name of the servlet, and so behind the filters that are mapped to addresses.
    registration.addServletNames("Engine Api");
    return registration;
  }

  @Bean
  WrongPasswords wrongPasswords(JdbcClient jdbc) {
    // The time of the machine: a story may move that of the service.
    return new WrongPasswords(jdbc, Clock.systemUTC());
  }

  @Bean
  @Order(1)
  SecurityFilterChain webApplications(
      HttpSecurity http, IdentityService identity, WrongPasswords wrong) throws Exception {
    return http.securityMatcher(at("/camunda/**"))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(
            context ->
                context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(new EndedByNewPassword(identity), AuthorizationFilter.class)
        .addFilterBefore(new SessionEnds(), AuthorizationFilter.class)
        .addFilterBefore(new SignsOutForGood(), AuthorizationFilter.class)
        .addFilterBefore(new SlowSignIn(wrong), AuthorizationFilter.class)
        .addFilterBefore(new ClosedDoors(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain ownPages(HttpSecurity http, ProcessEngine engine, Environment environment)
      throws Exception {
    return http.requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        // No one signs in to refer, and what was typed for two hours must not be lost.
        .csrf(csrf -> csrf.ignoringRequestMatchers(at("/refer/**")))
        .securityContext(
            context ->
                context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .addFilterBefore(
            new EndedByNewPassword(engine.getIdentityService()),
            AnonymousAuthenticationFilter.class)
        .addFilterBefore(new SessionEnds(), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new WebApplicationSignIn(engine), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(open())
                    .permitAll()
                    .requestMatchers(new MonitorPort(environment))
                    .permitAll()
                    .requestMatchers(at("/actuator/**"))
                    .hasAuthority(Role.SYSTEM_ADMINISTRATOR.id())
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(handling -> handling.authenticationEntryPoint(this::askToSignIn))
        .headers(
            headers ->
                headers
                    .frameOptions(frames -> frames.sameOrigin())
                    .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=()")))
        .build();
  }

  private void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (request.getMethod().equals("GET")) {
      response.sendRedirect(request.getContextPath() + SIGN_IN);
    } else {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private static RequestMatcher open() {
    RequestMatcher[] matchers = new RequestMatcher[OPEN.length];
    for (int i = 0; i < OPEN.length; i++) {
      matchers[i] = at(OPEN[i]);
    }
    return new OrRequestMatcher(matchers);
  }

  private static RequestMatcher at(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }
}
