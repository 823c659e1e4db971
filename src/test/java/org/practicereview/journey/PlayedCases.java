package org.practicereview.journey;

import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.ApplicationContext;

/** A few real cases for whoever measures the service, and the work of a rapid review. */
public final class PlayedCases {

  private final Desk desk;
  private final String day;

  /**
   * @param service the running service
   * @param day on which everything happens
   */
  public PlayedCases(ApplicationContext service, LocalDate day) {
    this.desk = new Desk(service);
    this.day = day.toString();
    Desk.itIs(day);
  }

  /** Someone at their browser, by user id. */
  public TasklistUser user(String id) {
    return desk.user(id);
  }

  /** Plays cases of Staffordshire to different stages; gives their references. */
  public List<String> play() {
    return List.of(
        begun().reference,
        Chapters.underReview(story()).reference,
        asked().reference,
        asked().does("author-police", "confirmInvolvement").reference,
        Chapters.withThePanel(story()).reference,
        Chapters.initiated(story()).reference);
  }

  private Story story() {
    return new Story(desk, StoryTest.STAFFORDSHIRE, day);
  }

  private Story begun() {
    return Chapters.viewed(story().referredBy("manager", with()));
  }

  private Story asked() {
    return Chapters.asked(Chapters.underReview(story()), "police", "health");
  }

  /**
   * Does the tasks of a rapid review in a new case, each as Tasklist does it: taken, form opened,
   * sent; then what the service does by itself.
   *
   * @param meter is given each of these to do
   * @return how many jobs the service did by itself
   */
  public int work(Consumer<Runnable> meter) {
    Story story = story().referredBy("manager", with());
    int jobs = 0;
    for (String step : StatementsTest.STEPS) {
      String[] whoAndTask = step.split(" ");
      complete(story, whoAndTask[0], whoAndTask[1], meter);
      for (Job job = next(story); job != null; job = next(story)) {
        String id = job.getId();
        meter.accept(() -> desk.the(ManagementService.class).executeJob(id));
        jobs++;
      }
    }
    return jobs;
  }

  /** How many tasks {@link #work} completes. */
  public static int tasks() {
    return StatementsTest.STEPS.size();
  }

  private Job next(Story story) {
    ManagementService engine = desk.the(ManagementService.class);
    return desk.instances(story.reference).stream()
        .map(one -> engine.createJobQuery().active().processInstanceId(one.getId()).messages())
        .flatMap(jobs -> jobs.list().stream())
        .findFirst()
        .orElse(null);
  }

  private static void complete(Story story, String who, String name, Consumer<Runnable> meter) {
    TasklistUser user = story.user(who);
    JsonNode task = story.task(who, name);
    String id = task.path("id").asText();
    meter.accept(
        () -> {
          user.claim(id).expect(204);
          user.get("engine:task/" + id + "/deployed-form").expect(200);
          user.formVariables(id).expect(200);
        });
    Map<String, Object> values =
        story.filledIn(
            who,
            task,
            name.equals("chooseAgencies") ? with("agencies", List.of("police")) : with());
    meter.accept(() -> user.submitForm(id, values).expect(204));
  }
}
