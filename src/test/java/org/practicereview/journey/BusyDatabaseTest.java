package org.practicereview.journey;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A transaction that hangs")
class BusyDatabaseTest extends StoryTest {

  @Test
  @DisplayName("holds others up for a short while only, and they are told so in plain words")
  void busy() throws Exception {
    BusyDatabase.answersInPlainWords(story(STAFFORDSHIRE, "2026-05-11"));
  }
}
