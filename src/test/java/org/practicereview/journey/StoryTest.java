package org.practicereview.journey;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.practicereview.invariants.Invariants;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test that tells stories of cases in the running service, and gives the clock back after each.
 */
@RunningService
abstract class StoryTest {

  static final String SOUTH_GLOUCESTERSHIRE = "south-gloucestershire";
  static final String STAFFORDSHIRE = "staffordshire";
  static final String ESSEX = "essex";

  @Autowired private ApplicationContext context;

  Desk desk;

  @BeforeEach
  void openTheDesk() {
    desk = new Desk(context);
  }

  @AfterEach
  void giveTheClockBack() {
    ClockUtil.reset();
  }

  /** A new story in a partnership, beginning on that day. */
  Story story(String partnership, String day) {
    return new Story(desk, partnership, day);
  }

  /** What must hold of every case holds of this one. */
  void invariantsHold(Story story) {
    invariants().hold(story.reference);
  }

  Invariants invariants() {
    return new Invariants(desk.the(JdbcClient.class), ClockUtil.getCurrentTime().toInstant());
  }
}
