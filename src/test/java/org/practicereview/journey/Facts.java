package org.practicereview.journey;

import java.time.Clock;
import java.util.Map;
import org.practicereview.casefile.Answers;
import org.practicereview.casefile.FormAnswers;

/** Facts that another part of the journey would bring. */
final class Facts {

  private Facts() {}

  static void say(Story story, Map<String, Object> facts) {
    story
        .desk
        .the(Answers.class)
        .store(
            new FormAnswers(
                story.reference,
                "told-elsewhere",
                "",
                "test",
                "",
                facts,
                "system",
                story.desk.the(Clock.class).instant()));
  }
}
