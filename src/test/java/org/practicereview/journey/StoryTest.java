package org.practicereview.journey;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

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
}
