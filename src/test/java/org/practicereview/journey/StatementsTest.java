package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.deadlines.Clocks;
import org.practicereview.forms.DeployedForms;
import org.springframework.jdbc.core.JdbcTemplate;

/** What it costs, in statements to the database, to look at cases and to work on them. */
@DisplayName("How often the database is asked")
class StatementsTest extends StoryTest {

  private static final int FEW = 20;
  private static final int MANY = 400;

  private static final String ANSWERS = "select * from review.form_answers";

  /** Written once for each version of a form, by whoever is the first to use it. */
  private static final String FIRST_USE = "insert into review.form_question";

  private Statements statements;
  private ClonedCases clones;

  @BeforeEach
  void onlyWhereTheyAreCounted() {
    statements = new Statements(desk.the(JdbcTemplate.class));
    clones = new ClonedCases(desk.the(JdbcTemplate.class));
    Assumptions.assumeTrue(statements.areCounted());
    desk.the(DeployedForms.class).latest();
  }

  @AfterEach
  void removed() {
    if (statements.areCounted()) {
      clones.remove();
    }
  }

  /** Who opens what, and how many statements that takes at most. */
  private record Page(String who, String address, int most) {}

  private static List<Page> pages(String reference) {
    String one = "/case/" + reference;
    return List.of(
        new Page("manager", "/", 6),
        new Page("manager", "/cases", 14),
        new Page("head", "/cases?sort=reference&group=stage", 14),
        new Page("manager", "/my-work", 13),
        new Page("manager", "/my-work/menu", 6),
        new Page("manager", "/outbox", 8),
        new Page("manager", "/calendar", 9),
        new Page("manager", "/oversight", 16),
        new Page("manager", "/oversight/cases?rule=rapid-review&kept=late", 9),
        new Page("manager", "/learning", 12),
        new Page("manager", "/national-reviews", 7),
        new Page("manager", "/learning/cases", 7),
        new Page("manager", "/lists", 7),
        new Page("manager", "/lists?of=letters", 7),
        new Page("manager", "/people", 10),
        new Page("manager", "/archive", 8),
        new Page("manager", "/away", 9),
        new Page("manager", "/daily-summary", 7),
        new Page("manager", "/steps", 6),
        new Page("modeller", "/models", 12),
        new Page("manager", one, 34),
        new Page("head", one, 32),
        new Page("author-police", one, 23),
        new Page("manager", one + "/found-before", 10),
        new Page("manager", one + "/plan", 13),
        new Page("manager", one + "/register", 11),
        new Page("manager", one + "/copies", 11),
        new Page("manager", one + "/chronology", 12),
        new Page("manager", one + "/notification-sheet", 13));
  }

  @Test
  @DisplayName("for a page: no more often for many cases than for few, and the answers once")
  void pages() throws IOException {
    Story story = asked(underReview(story(STAFFORDSHIRE, "2026-05-11")), "police");
    List<Page> pages = pages(story.reference);
    clones.of(story.reference, FEW);
    List<Map<String, Integer>> few = opened(story, pages);
    clones.of(story.reference, MANY);
    List<Map<String, Integer>> many = opened(story, pages);

    List<String> table = new ArrayList<>();
    List<String> tooMany = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      int before = Statements.total(few.get(i));
      int after = Statements.total(many.get(i));
      int answers = Statements.total(many.get(i), ANSWERS);
      table.add("%4d %4d %4d  %s".formatted(before, after, page.most(), page));
      // One more asks for names, where someone on the page has taken a task.
      if (Math.abs(after - before) > Math.max(1, before / 20)
          || after > page.most()
          || answers > 1) {
        tooMany.add(table.get(i) + "\n" + listed(many.get(i)));
      }
    }
    keep("pages", table);
    assertThat(tooMany).isEmpty();
  }

  @Test
  @DisplayName("shows fifty mails of the outbox on a page, however many wait")
  void outbox() throws IOException {
    Story story = underReview(story(STAFFORDSHIRE, "2026-05-11"));
    clones.of(story.reference, MANY);
    Document first = outbox(story, "");
    assertThat(first.select("tbody tr")).hasSize(50);
    assertThat(first.select("nav[aria-label=Pages]").text()).isEqualTo("Next page");
    int pages = Integer.parseInt(first.text().replaceFirst(".* page 1 of (\\d+)[.].*", "$1"));
    assertThat(pages).isGreaterThanOrEqualTo(MANY / 50);

    Document second = outbox(story, "?page=2");
    assertThat(second.select("nav[aria-label=Pages]").text()).isEqualTo("Previous page Next page");
    // What is sent meanwhile changes its place: both pages are looked at until nothing was.
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(mails(outbox(story, "?page=2")))
                    .doesNotContainAnyElementsOf(mails(outbox(story, ""))));
    assertThat(outbox(story, "?page=999999").text()).contains("page " + pages + " of " + pages);
    assertThat(outbox(story, "?page=-1").text()).contains("page 1 of " + pages);
    assertThat(Jsoup.parse(desk.user("es-manager").get("/outbox").expect(200).text()).text())
        .doesNotContain("ZZ-");
  }

  private static List<String> mails(Document page) {
    return page.select("input[name=mail]").eachAttr("value");
  }

  private static Document outbox(Story story, String asked) {
    return Jsoup.parse(story.user("manager").get("/outbox" + asked).expect(200).text());
  }

  private List<Map<String, Integer>> opened(Story story, List<Page> pages) {
    List<Map<String, Integer>> sent = new ArrayList<>();
    for (Page page : pages) {
      TasklistUser user =
          page.who().equals("modeller") ? desk.user("modeller") : story.user(page.who());
      user.get(page.address()).expect(200);
      sent.add(statements.leastOf(() -> user.get(page.address())));
    }
    return sent;
  }

  @Test
  @DisplayName("for a form that is opened, and for a task that is taken and completed")
  void forms() throws IOException {
    Story story = story(STAFFORDSHIRE, "2026-05-11").referredBy("manager", with());
    List<String> table = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    List<Integer> completed = new ArrayList<>();
    for (String step : STEPS) {
      String[] whoAndTask = step.split(" ");
      Counted counted = counted(story, whoAndTask[0], whoAndTask[1], table);
      taken.add(counted.taken());
      completed.add(counted.completed());
    }
    table.add("half of them take at most: %d, %d".formatted(half(taken), half(completed)));
    keep("forms", table);
    // Now and then something that the service does by itself is counted with them.
    assertThat(half(taken)).as("to take a task").isLessThanOrEqualTo(MOST_TO_CLAIM);
    assertThat(half(completed)).as("to complete it").isLessThanOrEqualTo(MOST_TO_COMPLETE);
  }

  @Test
  @DisplayName("for a date that moves with a bank holiday")
  void movedDates() throws IOException {
    // A year in which no other story plays.
    Story story = asked(underReview(story(STAFFORDSHIRE, "2033-05-09")), "police", "health");
    Clocks clocks = desk.the(Clocks.class);
    // What it costs to look at every open clock, those of other stories too: none moves.
    LocalDate far = LocalDate.of(2060, 5, 12);
    assertThat(clocks.proclaim(far, "A day far away", "admin")).isEmpty();
    int looked = Statements.total(statements.of(clocks::moveDates));
    LocalDate day = LocalDate.of(2033, 5, 11);
    long moves = clocks.proclaim(day, "A royal day", "admin").size();
    Map<String, Integer> sent = statements.of(clocks::moveDates);
    int each = (int) ((Statements.total(sent) - looked) / moves);
    keep("moved-dates", List.of(each + " for each of " + moves, listed(sent)));
    clocks.takeBack(day, "Only for a story", "admin");
    clocks.takeBack(far, "Only for a story", "admin");
    clocks.moveDates();
    assertThat(moves).isGreaterThan(2);
    assertThat(each).isLessThanOrEqualTo(MOST_TO_MOVE);
    assertThat(story.clock("rapid-review").dueOn()).isEqualTo("2033-05-31");
  }

  private record Counted(int taken, int completed) {}

  private static int half(List<Integer> counts) {
    return counts.stream().sorted().toList().get(counts.size() / 2);
  }

  static final List<String> STEPS =
      List.of(
          "head checkImmediateSafety",
          "manager screenReferral",
          "la giveView",
          "police giveView",
          "health giveView",
          "head decideOutcome",
          "manager approveDecisionLetter",
          "head completeNotification",
          "head recordPartnersConsulted",
          "head submitNotification",
          "manager chooseAgencies",
          "head protectChildrenNow",
          "author-police confirmInvolvement",
          "learning shareEarlyLearning",
          "manager prepareReport",
          "la signOffReport");

  /** Their forms read of other cases, too: of the same child perhaps, or with the same themes. */
  private static final Set<String> COMPARE = Set.of("screenReferral", "prepareReport");

  private static final int MOST_TO_CLAIM = 30;
  private static final int MOST_TO_MOVE = 70;
  private static final int MOST_FOR_A_FILE = 19;
  private static final int MOST_TO_OPEN = 24;
  private static final int MOST_TO_COMPLETE = 80;

  /** How many statements it takes to take a task and to complete it. */
  private Counted counted(Story story, String who, String name, List<String> table) {
    TasklistUser user = story.user(who);
    JsonNode task = story.task(who, name);
    String id = task.path("id").asText();
    Map<String, Integer> claim = statements.of(() -> user.claim(id).expect(204));
    Map<String, Integer> file =
        statements.leastOf(() -> user.get("engine:task/" + id + "/deployed-form").expect(200));
    Map<String, Integer> opened = statements.leastOf(() -> user.formVariables(id).expect(200));
    Map<String, Object> values =
        story.filledIn(
            who,
            task,
            name.equals("chooseAgencies") ? with("agencies", List.of("police")) : with());
    Map<String, Integer> sent = statements.of(() -> user.submitForm(id, values).expect(204));
    sent.keySet().removeIf(sql -> sql.startsWith(FIRST_USE));
    desk.runJobs(story.reference);

    table.add(
        "%4d %4d %4d %4d  %s"
            .formatted(
                Statements.total(claim),
                Statements.total(file),
                Statements.total(opened),
                Statements.total(sent),
                name));
    assertAtMost(MOST_FOR_A_FILE, file, "for the file of " + name);
    // How much these look at depends on the other cases that are alike; they show ten at most.
    if (!COMPARE.contains(name)) {
      assertAtMost(MOST_TO_OPEN, opened, "to open " + name);
      assertThat(Statements.total(opened, ANSWERS)).as("answers read for " + name).isEqualTo(1);
    }
    return new Counted(Statements.total(claim), Statements.total(sent));
  }

  private static void assertAtMost(int most, Map<String, Integer> sent, String what) {
    assertThat(Statements.total(sent)).as(what + "\n" + listed(sent)).isLessThanOrEqualTo(most);
  }

  /** For {@code docs/performance.md}. */
  private static void keep(String name, List<String> table) throws IOException {
    Files.write(Path.of("target", "statements-" + name + ".txt"), table);
  }

  private static String listed(Map<String, Integer> sent) {
    return sent.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(one -> "  " + one.getValue() + " " + one.getKey().replaceAll("\\s+", " "))
        .map(line -> line.substring(0, Math.min(160, line.length())))
        .collect(Collectors.joining("\n"));
  }
}
