package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Story.with;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The first ten referrals of a year, sent at once, some in Tasklist and some on the public page.
 */
final class FirstReferences {

  private static final Pattern REFERENCE = Pattern.compile("[A-Z]+-2029-\\d{4}");

  private FirstReferences() {}

  /** Each gets a reference of its own, from 0001 on without a gap, and none an error. */
  static void tenAtOnce(Story one, Story other) throws Exception {
    Desk.itIs(LocalDate.of(2029, 3, 5));
    List<Supplier<String>> senders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      senders.add(staff(one));
      senders.add(staff(other));
    }
    for (Story story : List.of(one, one, other, other)) {
      senders.add(onThePublicPage(story));
    }
    List<String> references = new ArrayList<>();
    ExecutorService people = Executors.newFixedThreadPool(senders.size());
    try {
      List<CompletableFuture<String>> sent =
          senders.stream().map(sender -> CompletableFuture.supplyAsync(sender, people)).toList();
      for (CompletableFuture<String> reference : sent) {
        references.add(reference.get(2, TimeUnit.MINUTES));
      }
    } finally {
      people.shutdownNow();
    }
    String first = references.get(0).substring(0, references.get(0).length() - 4);
    String second = references.get(1).substring(0, references.get(1).length() - 4);
    assertThat(references)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 5)
                .mapToObj("%04d"::formatted)
                .flatMap(number -> List.of(first + number, second + number).stream())
                .toList());
  }

  private static Supplier<String> staff(Story story) {
    TasklistUser manager = story.user("manager");
    Map<String, Object> answers = story.referral(with());
    return () -> manager.startReferral(answers).expect(200).body().path("id").asText();
  }

  private static Supplier<String> onThePublicPage(Story story) {
    TasklistUser visitor = story.desk.visitor();
    Map<String, Object> answers = story.referral(with());
    return () -> {
      String page = visitor.refers(story.partnership, answers).expect(200).text();
      Matcher reference = REFERENCE.matcher(page);
      assertThat(reference.find()).as(page).isTrue();
      return reference.group();
    };
  }
}
