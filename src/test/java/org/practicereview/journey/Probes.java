package org.practicereview.journey;

import java.util.concurrent.atomic.AtomicInteger;
import org.practicereview.engine.ProcessBean;
import org.practicereview.security.SignedIn;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What tests of the service's defences look at: has it been reached, and by whom? */
@TestConfiguration(proxyBeanMethods = false)
public class Probes {

  /** Like the marker, but not meant for models. */
  @Bean
  HiddenBean hidden() {
    return new HiddenBean();
  }

  @Bean
  TakenFlows takenFlows() {
    return new TakenFlows();
  }

  /** A bean that models may name; counts how often an expression reached it. */
  @ProcessBean("marker")
  public static class MarkerBean {

    private final AtomicInteger touched = new AtomicInteger();

    /** Called by an expression. */
    public String touch() {
      touched.incrementAndGet();
      return "touched";
    }

    /** How often an expression got here. */
    public int touched() {
      return touched.get();
    }
  }

  /** Counts calls that must not happen. */
  public static class HiddenBean {

    private final AtomicInteger touched = new AtomicInteger();

    /** Called by an expression. */
    public String touch() {
      touched.incrementAndGet();
      return "touched";
    }

    /** How often an expression got here. */
    public int touched() {
      return touched.get();
    }
  }

  /** A page of our own, as far as sign-in is concerned. */
  @RestController
  static class WhoAmI {

    @GetMapping("/probe/who-am-i")
    String who(@AuthenticationPrincipal SignedIn person) {
      return person.userId() + " " + person.groups() + " " + person.tenants();
    }

    @PostMapping("/probe/change")
    String change() {
      return "changed";
    }
  }
}
