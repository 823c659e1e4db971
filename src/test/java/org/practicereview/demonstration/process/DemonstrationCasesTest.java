package org.practicereview.demonstration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Clocks;
import org.practicereview.journey.RunningService;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The demonstration cases")
class DemonstrationCasesTest {

  @Autowired private DemonstrationCases demonstration;
  @Autowired private CaseFiles cases;
  @Autowired private CaseAgencies agencies;
  @Autowired private Clocks clocks;
  @Autowired private TaskService tasks;

  private List<String> played;

  @BeforeAll
  void play() {
    played = demonstration.playAll();
  }

  @Test
  @DisplayName("all reach the stage they are to show")
  void stages() {
    assertThat(played).hasSize(17);
    assertThat(open(0)).containsExactly("giveView");
    assertThat(open(1)).containsExactly("completeNotification");
    assertThat(open(2))
        .containsExactly("confirmInvolvement", "prepareReport", "shareEarlyLearning");
    assertThat(open(3)).containsExactly("recordPanelResponse");
    assertThat(open(4)).isEmpty();
    assertThat(open(5)).isEmpty();
    assertThat(open(6)).contains("fixTeamMeetings");
    assertThat(open(7)).containsExactly("draftTerms", "setTimetable");
    assertThat(open(8)).contains("nominateMember");
    assertThat(open(9)).contains("completeChronology");
    assertThat(open(10)).contains("recordPractitionerEvent");
    assertThat(open(11)).contains("assureQuality");
    assertThat(open(12)).contains("decideSignOff");
    assertThat(open(13)).isEmpty();
    assertThat(state(13, "publication-notice")).isEqualTo(ClockState.MET);
    assertThat(open(14)).contains("reportOnAction");
    assertThat(open(15)).contains("reportOnAction");
    assertThat(open(16)).isEmpty();
    assertThat(played.stream().map(cases::get).map(CaseFile::outcome))
        .startsWith(null, null, null, null, "not-notifiable", "withdrawn", null, null);
  }

  @Test
  @DisplayName("have agencies that answered, did not, and were not involved")
  void agencies() {
    assertThat(agencies.of(played.get(2)))
        .extracting(asked -> asked.agency() + " " + asked.state())
        .containsExactlyInAnyOrder("police overdue", "health returned", "housing not-involved");
  }

  @Test
  @DisplayName("show clocks that run, are overdue and were met")
  void clocks() {
    assertThat(state(1, "serious-incident-notification")).isEqualTo(ClockState.OVERDUE);
    assertThat(state(2, "rapid-review")).isEqualTo(ClockState.RUNNING);
    assertThat(state(3, "rapid-review")).isEqualTo(ClockState.MET);
    assertThat(state(6, "practice-review")).isEqualTo(ClockState.RUNNING);
    for (String reference : played) {
      assertThat(clocks.of(reference)).noneMatch(clock -> clock.state() == ClockState.MET_LATE);
    }
  }

  private ClockState state(int at, String rule) {
    return clocks.find(played.get(at), rule, "").orElseThrow().state();
  }

  private Set<String> open(int at) {
    return tasks.createTaskQuery().processInstanceBusinessKey(played.get(at)).list().stream()
        .map(task -> task.getTaskDefinitionKey().replace("userTask_", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
