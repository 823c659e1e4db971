package org.practicereview.demonstration.process;

import static java.util.concurrent.CompletableFuture.runAsync;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
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

  private static final int SIDE_BY_SIDE = 2;
  private static final int SHOWN_FIRST = 3;

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
      player(this::playAll).start();
    }
  }

  /**
   * Plays every case of the script, two at a time: the first few, so that there is something to see
   * soon, then those that go furthest back, so that the last ones are short and no player waits for
   * the other. One that fails is told in the log and leaves the others alone.
   *
   * @return the references of those that went well, in the order of the script
   */
  List<String> playAll() {
    Map<Play, String> references = new ConcurrentHashMap<>();
    ExecutorService players =
        Executors.newFixedThreadPool(SIDE_BY_SIDE, DemonstrationCases::player);
    try {
      Stream.concat(
              stage.plays().stream().limit(SHOWN_FIRST),
              stage.plays().stream()
                  .skip(SHOWN_FIRST)
                  .sorted(Comparator.comparing(Play::referred).reversed()))
          .map(one -> runAsync(() -> play(one, references), players))
          .toList()
          .forEach(CompletableFuture::join);
    } finally {
      players.shutdown();
    }
    LOG.info("{} demonstration cases are ready", references.size());
    return stage.plays().stream().map(references::get).filter(Objects::nonNull).toList();
  }

  private static Thread player(Runnable work) {
    Thread player = new Thread(work, "demonstration-cases");
    player.setDaemon(true);
    return player;
  }

  private void play(Play play, Map<Play, String> references) {
    try {
      references.put(play, stage.play(play));
      LOG.info("Demonstration case {}: {}", references.size(), play.about());
    } catch (RuntimeException e) {
      LOG.warn("The demonstration case \"{}\" stopped halfway", play.about(), e);
    }
  }
}
