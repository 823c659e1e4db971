package org.practicereview.letters.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.practicereview.audit.AuditTrail;
import org.practicereview.deadlines.Clocks;
import org.practicereview.engine.EngineIdentity;
import org.practicereview.letters.LetterRequest;
import org.practicereview.letters.Letters;
import org.practicereview.letters.LettersOf;

/** A model that has a letter written, approved and sent, and a notice given. */
class LetterStepsTest {

  private static final String CASE = "SG-2026-0001";

  private final Letters letters = mock(Letters.class);
  private final EngineIdentity identity = mock(EngineIdentity.class);
  private ProcessEngine engine;

  @BeforeEach
  void start() {
    when(identity.user()).thenReturn(Optional.empty());
    LookedAtAgain again =
        new LookedAtAgain(mock(Clocks.class), mock(AuditTrail.class), Clock.systemUTC());
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("letter-steps");
    configuration.setJdbcUrl("jdbc:h2:mem:letter-steps");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setBeans(
        Map.of(
            "writeLetter", new WriteLetter(letters, again, identity),
            "approveLetter", new ApproveLetter(letters, identity),
            "sendLetter", new SendLetter(letters, identity),
            "notify",
                new Notify(
                    letters,
                    again,
                    new LateNews(Instant.EPOCH, Clock.systemUTC()),
                    identity,
                    Clock.systemUTC())));
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("letters/letter-steps.bpmn")
        .deploy();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void eachStepSaysWhatItsModelSays() {
    Task approval = begin();
    LetterRequest letter = written(2).get(0);
    assertThat(letter.caseReference()).isEqualTo(CASE);
    assertThat(letter.template()).isEqualTo("rapidreview/information-request");
    assertThat(letter.recipients()).containsExactly("agency", "business-manager");
    assertThat(letter.scope()).isEqualTo("police");
    assertThat(letter.needsApproval()).isTrue();
    assertThat(letter.enclosures()).containsExactly("agency-return-template");
    assertThat(letter.by()).isEqualTo("system");
    assertThat(letter.key())
        .startsWith(approval.getProcessInstanceId() + ":serviceTask_write")
        .endsWith(":rapidreview/information-request");
    LetterRequest notice = written(2).get(1);
    assertThat(notice.template()).isEqualTo("notices/clock-reminder");
    assertThat(notice.needsApproval()).isFalse();
    assertThat(notice.about()).isEqualTo("rapid-review");

    when(identity.user()).thenReturn(Optional.of("sg-manager"));
    engine.getTaskService().complete(approval.getId());

    verify(letters)
        .approveAll(new LettersOf(CASE, "rapidreview/information-request", "police"), "sg-manager");
    verify(letters)
        .sendAll(new LettersOf(CASE, "rapidreview/information-request", "police"), "sg-manager");
  }

  @Test
  void aTaskStaysOpenWhenTheLetterCannotBeApproved() {
    Task approval = begin();
    doThrow(new IllegalStateException("There is no letter that waits for approval"))
        .when(letters)
        .approveAll(any(), any());

    assertThatThrownBy(() -> engine.getTaskService().complete(approval.getId()))
        .hasStackTraceContaining("There is no letter that waits for approval");

    assertThat(engine.getTaskService().createTaskQuery().count()).isEqualTo(1);
  }

  @Test
  void twoVisitsOfAStepHaveTwoKeys() {
    begin();
    begin();
    List<LetterRequest> requests = written(4);
    assertThat(requests).extracting(LetterRequest::key).doesNotHaveDuplicates();
  }

  private Task begin() {
    String instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("letter-steps", CASE, Map.of("agency", "police"))
            .getId();
    return engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
  }

  private List<LetterRequest> written(int times) {
    ArgumentCaptor<LetterRequest> requests = ArgumentCaptor.forClass(LetterRequest.class);
    verify(letters, org.mockito.Mockito.times(times)).write(requests.capture());
    return requests.getAllValues();
  }
}
