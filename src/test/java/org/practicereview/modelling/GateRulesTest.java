package org.practicereview.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practicereview.modelling.BrokenInputs.Broken;

@DisplayName("The rules of the gate")
class GateRulesTest {

  static List<Broken> broken() {
    return BrokenInputs.all();
  }

  @Test
  @DisplayName("let everything pass that is shipped, at the first start and later")
  void shipped() {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<Fault> faults =
        new Gate()
            .check(
                new Submission(
                    ShippedGate.FILES,
                    ShippedGate.SERVICE,
                    Deployed.NOTHING,
                    ShippedGate.INSTALLATION));
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    System.out.printf(
        "The gate took %d ms of the processor for %d files%n",
        took / 1_000_000, ShippedGate.FILES.size());
    assertThat(faults).isEmpty();
    assertThat(
            new Gate().check(ShippedGate.submission(ShippedGate.FILES, ShippedGate.ADMINISTRATOR)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("broken")
  @DisplayName("refuse, name and advise; without its own rule each would pass")
  void refused(Broken input) {
    Submission submission = ShippedGate.submission(input.files(), ShippedGate.ADMINISTRATOR);

    assertThat(new Gate().check(submission))
        .anySatisfy(
            fault -> {
              assertThat(fault.toString()).contains(input.named()).contains(input.words());
              assertThat(fault.remedy()).isNotBlank().doesNotStartWith("Correct it.");
            });
    assertThat(Gate.rules()).containsAll(input.rules());
    assertThat(new Gate(input.rules()).check(submission)).isEmpty();
  }

  @Test
  @DisplayName("are tried with more than seventy broken inputs")
  void many() {
    assertThat(broken()).hasSizeGreaterThan(70);
    assertThat(broken()).extracting(Broken::name).doesNotHaveDuplicates();
  }
}
