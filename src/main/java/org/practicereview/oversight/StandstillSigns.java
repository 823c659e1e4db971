package org.practicereview.oversight;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.ManagementService;
import org.practicereview.outbox.Installation;
import org.practicereview.oversight.Standstill.Kind;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** What a monitor sees of cases that stand still: numbers, and never a reference. */
@Component("standstill")
class StandstillSigns implements HealthIndicator, MeterBinder {

  /** The service runs, but a person has to see to something. A restart would not help. */
  private static final Status STANDSTILL = new Status("STANDSTILL");

  private final Standstills standstills;
  private final Installation installation;
  private final ManagementService management;

  StandstillSigns(
      Standstills standstills, Installation installation, ManagementService management) {
    this.standstills = standstills;
    this.installation = installation;
    this.management = management;
  }

  @Override
  public Health health() {
    int withoutNextStep = standstills.count(Kind.NO_NEXT_STEP);
    int withFailedStep = standstills.count(Kind.FAILED_STEP);
    boolean mailIsHeld = installation.state() == Installation.State.OF_ANOTHER;
    boolean moves = withoutNextStep + withFailedStep == 0 && !mailIsHeld;
    return (moves ? Health.up() : Health.status(STANDSTILL))
        .withDetail("mailIsHeld", mailIsHeld)
        .withDetail("casesWithoutNextStep", withoutNextStep)
        .withDetail("casesWithFailedStep", withFailedStep)
        .withDetail("oldestInMinutes", standstills.oldest().toMinutes())
        .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder(
            "practice.review.cases.without.next.step", () -> standstills.count(Kind.NO_NEXT_STEP))
        .description("Open cases that nothing will move on")
        .register(registry);
    Gauge.builder("practice.review.stuck.cases", () -> standstills.cases().size())
        .description("Cases in which something stands still")
        .register(registry);
    Gauge.builder(
            "practice.review.failed.jobs",
            () -> management.createJobQuery().noRetriesLeft().count())
        .description("Jobs of the engine that are tried no more")
        .register(registry);
    Gauge.builder("practice.review.standstill.oldest", () -> standstills.oldest().toSeconds())
        .baseUnit("seconds")
        .description("For how long the oldest standstill has been known")
        .register(registry);
  }
}
