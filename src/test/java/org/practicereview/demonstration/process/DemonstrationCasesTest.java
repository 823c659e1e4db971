package org.practicereview.demonstration.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.practicereview.casefile.CaseAgencies;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.deadlines.ClockName;
import org.practicereview.deadlines.ClockState;
import org.practicereview.deadlines.Clocks;
import org.practicereview.deadlines.Deadline;
import org.practicereview.deadlines.WorkingDayCalendar;
import org.practicereview.journey.RunningService;
import org.practicereview.letters.Letter;
import org.practicereview.letters.Letters;
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
  @Autowired private Letters letters;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;

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
        .extracting(asked -> asked.agency() + " " + asked.state().code())
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

  @Test
  @DisplayName("tell of a deadline that is near or has passed only where that was so in the story")
  void notices() {
    List<Letter> all = played.stream().flatMap(one -> letters.of(one).stream()).toList();
    List<Letter> passed = notices(all, "notices/clock-overdue");
    List<Letter> near = notices(all, "notices/clock-reminder");
    assertThat(passed).isNotEmpty().allMatch(letter -> speaksOf(letter, Deadline::overdueAt));
    assertThat(near).isNotEmpty().allMatch(letter -> speaksOf(letter, Deadline::reminderAt));
    assertThat(notices(all, "rapidreview/agency-escalation"))
        .extracting(Letter::caseReference)
        .containsOnly(played.get(2));
    assertThat(notices(all, "cspr/chronology-escalation"))
        .extracting(Letter::caseReference)
        .containsOnly(played.get(9));
  }

  private static List<Letter> notices(List<Letter> letters, String template) {
    return letters.stream().filter(letter -> letter.template().equals(template)).toList();
  }

  /** Whether a clock that a notice names was open at a moment that was no later than the notice. */
  private boolean speaksOf(Letter notice, Function<Deadline, Instant> moment) {
    LocalDate written = LocalDate.ofInstant(notice.writtenAt(), WorkingDayCalendar.ZONE);
    return clocks.of(notice.caseReference()).stream()
        .filter(clock -> letters.text(notice.id()).contains(clock.rule().name()))
        .filter(clock -> !moment.apply(clock).isAfter(notice.writtenAt()))
        .anyMatch(clock -> clock.endedOn() == null || !clock.endedOn().isBefore(written));
  }

  @Test
  @DisplayName(
      "leave to the engine's worker no timer that has passed, and no job that it never takes")
  void jobs() {
    for (String reference : played) {
      Set<String> instances =
          runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
              .map(ProcessInstance::getId)
              .collect(Collectors.toSet());
      if (!instances.isEmpty()) {
        assertThat(management.createJobQuery().processInstanceIds(instances).list())
            .allMatch(job -> job.getPriority() == PlayedJobs.LEAST)
            .allMatch(job -> job.getDuedate().after(ClockUtil.getCurrentTime()));
      }
    }
  }

  private ClockState state(int at, String rule) {
    return clocks.find(new ClockName(played.get(at), rule, "")).orElseThrow().state();
  }

  private Set<String> open(int at) {
    return tasks.createTaskQuery().processInstanceBusinessKey(played.get(at)).list().stream()
        .map(task -> task.getTaskDefinitionKey().replace("userTask_", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
