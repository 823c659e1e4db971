package org.practicereview.demonstration.process;

import java.util.ArrayList;
import java.util.List;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.demonstration.process.Script.Play;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.InDemonstration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Gives an empty demonstration a few cases at different stages. It begins when the service is ready
 * and works in the background; where there is a case already, it does nothing. {@code
 * practice-review.demonstration-cases=false} switches it off.
 */
@InDemonstration
class DemonstrationCases {

  private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCases.class);

  private final Stage stage;
  private final Jobs jobs;
  private final CaseFiles cases;
  private final Partnerships partnerships;
  private final boolean wanted;

  DemonstrationCases(
      Stage stage,
      Jobs jobs,
      CaseFiles cases,
      Partnerships partnerships,
      @Value("${practice-review.demonstration-cases:true}") boolean wanted) {
    this.stage = stage;
    this.jobs = jobs;
    this.cases = cases;
    this.partnerships = partnerships;
    this.wanted = wanted;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    jobs.leaveAll();
    boolean empty = partnerships.all().stream().allMatch(one -> cases.of(one.id()).isEmpty());
    if (wanted && empty) {
      Thread background = new Thread(this::playAll, "demonstration-cases");
      background.setDaemon(true);
      background.start();
    }
  }

  /**
   * Plays every case of the script. One that fails is told in the log and leaves the others alone.
   *
   * @return the references of those that went well, in the order of the script
   */
  List<String> playAll() {
    List<String> references = new ArrayList<>();
    for (Play play : stage.plays()) {
      try {
        references.add(stage.play(play));
        LOG.info("Demonstration case {}: {}", references.size(), play.about());
      } catch (RuntimeException e) {
        LOG.warn("The demonstration case \"{}\" stopped halfway", play.about(), e);
      }
    }
    LOG.info("{} demonstration cases are ready", references.size());
    return references;
  }
}
