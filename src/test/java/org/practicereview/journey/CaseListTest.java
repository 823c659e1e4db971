package org.practicereview.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.practicereview.journey.Chapters.asked;
import static org.practicereview.journey.Chapters.commissioned;
import static org.practicereview.journey.Chapters.initiated;
import static org.practicereview.journey.Chapters.underReview;
import static org.practicereview.journey.Story.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.CaseFile;
import org.practicereview.casefile.CaseFiles;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.oversight.CaseList;
import org.practicereview.oversight.CaseQuery;
import org.practicereview.oversight.KeptColumns;
import org.practicereview.oversight.ListedCase;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("The list of cases")
class CaseListTest extends StoryTest {

  private static final CaseQuery ALL =
      new CaseQuery("", "", "", "", "", "", "urgency", false, "", 1);

  @Test
  @DisplayName("shows everyone the cases that they may open, and no other one")
  void sameAsAccess() {
    Story story = commissioned(initiated(story(SOUTH_GLOUCESTERSHIRE, "2026-03-02")));
    asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    story(ESSEX, "2026-05-11").referredBy("manager", with());
    CaseAccess access = desk.the(CaseAccess.class);
    List<CaseFile> all =
        desk.the(Partnerships.class).all().stream()
            .map(Partnership::id)
            .flatMap(id -> desk.the(CaseFiles.class).of(id).stream())
            .filter(file -> !file.answersNationalReview())
            .toList();
    IdentityService accounts = desk.the(IdentityService.class);
    Set<String> seeing = new TreeSet<>();
    for (User user : accounts.createUserQuery().list()) {
      List<String> groups =
          accounts.createGroupQuery().groupMember(user.getId()).list().stream()
              .map(Group::getId)
              .toList();
      List<String> tenants =
          accounts.createTenantQuery().userMember(user.getId()).list().stream()
              .map(Tenant::getId)
              .toList();
      Set<String> allowed =
          all.stream()
              .map(CaseFile::reference)
              .filter(reference -> mayOpen(access, reference, user.getId(), groups, tenants))
              .collect(Collectors.toSet());
      List<ListedCase> listed =
          desk.the(CaseList.class)
              .window(ALL, access.reach(user.getId(), groups, tenants), 0, 100_000)
              .cases();
      assertThat(listed)
          .as(user.getId())
          .extracting(ListedCase::reference)
          .containsExactlyInAnyOrderElementsOf(allowed);
      assertThat(listed)
          .as(user.getId())
          .allMatch(
              one ->
                  one.header()
                      == access.sight(one.reference(), user.getId(), groups, tenants).header());
      if (allowed.contains(story.reference)) {
        seeing.add(user.getId());
      }
    }
    // A reviewer who is named on none of the cases.
    assertThat(
            desk.the(CaseList.class)
                .window(
                    ALL,
                    access.reach(
                        "other-reviewer",
                        List.of("south-gloucestershire.lead-reviewer"),
                        List.of(SOUTH_GLOUCESTERSHIRE)),
                    0,
                    100_000)
                .cases())
        .isEmpty();
    assertThat(seeing).contains("sg-manager", "sg-reviewer", "sg-executive");
    assertThat(seeing).doesNotContain("es-manager", "sg-communications");
  }

  private static boolean mayOpen(
      CaseAccess access, String reference, String user, List<String> groups, List<String> tenants) {
    try {
      return access.sight(reference, user, groups, tenants).any();
    } catch (UnknownCase e) {
      return false;
    }
  }

  @Test
  @DisplayName("is searched, filtered and sorted by what stands in its address")
  void filters() {
    Story story =
        asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police")
            .does("head", "protectChildrenNow");
    desk.the(JdbcTemplate.class)
        .update(
            "update review.case_row set pseudonym = 'Child Zebra 7%' where case_reference = ?",
            story.reference);
    String found = "/case/" + story.reference;

    assertThat(list(story, "manager", "q=" + story.reference.toLowerCase(Locale.UK)))
        .contains(found, "Child Zebra 7%", "Prepare the report", "Mon 11 May 2026", "due in");
    assertThat(list(story, "manager", "q=zebra 7%")).contains(found);
    assertThat(search(story, "manager", "zebra _%")).doesNotContain(found);
    assertThat(search(story, "manager", "robin")).contains(found);
    assertThat(search(story, "manager", "sample robin")).contains(found);
    assertThat(list(story, "manager", "q=INVENTED-0001&state=open")).contains(found);
    TasklistUser manager = story.user("manager");
    assertThat(manager.submitPage("/cases", "/cases", with("q", "Robin")).header("location"))
        .as("a name stands in no address")
        .doesNotContainIgnoringCase("robin");
    assertThat(manager.get("/cases?sought=last&sort=reference&order=desc").expect(200).text())
        .contains("value=\"Robin\"", found)
        .doesNotContain("q=Robin");
    assertThat(list(story, "manager", "q=robin")).doesNotContain("value=\"robin\"");
    // Who may not know the child does not find it by the name.
    assertThat(search(story, "executive", "robin")).doesNotContain("/case/SG-");
    assertThat(list(story, "executive", "q=zebra 7%")).contains(found);
    assertThat(list(story, "author-police", "q=zebra 7%")).doesNotContain(found);
    assertThat(search(story, "author-police", "police")).contains(found).doesNotContain("Zebra");
    assertThat(list(story, "author-police", "q=" + story.reference))
        .contains("Confirm")
        .doesNotContain("Prepare the report");

    String one = "q=" + story.reference + "&";
    assertThat(list(story, "manager", one + "state=closed"))
        .contains("No case matches")
        .doesNotContain(found);
    assertThat(list(story, "manager", one + "late=no")).contains(found);
    assertThat(list(story, "manager", one + "late=law")).doesNotContain(found);
    assertThat(list(story, "manager", one + "waits=police")).contains(found);
    assertThat(list(story, "manager", one + "waits=executive")).doesNotContain(found);
    assertThat(list(story, "manager", one + "stage=Rapid review")).contains(found);
    assertThat(list(story, "manager", one + "stage=Publication")).doesNotContain(found);
    assertThat(list(story, "manager", one + "partnership=essex")).doesNotContain(found);
    story.on("2026-07-06");
    assertThat(list(story, "manager", one + "late=law"))
        .contains(found, "Critically overdue", "days late");
    assertThat(list(story, "manager", one + "late=no")).doesNotContain(found);
    assertThat(
            story.user("manager").get("/cases?late=yes&page=9999").expect(302).header("location"))
        .endsWith("/cases?late=yes");
  }

  @Test
  @DisplayName("puts cases together by stage or urgency, with how many there are of each")
  void groups() {
    Story review = asked(underReview(story(ESSEX, "2026-05-11")), "police");
    Story referred = story(ESSEX, "2026-05-11").referredBy("manager", with());
    Story closed = story(ESSEX, "2026-05-11").referredBy("manager", with());
    desk.the(JdbcTemplate.class)
        .update(
            "update review.case_file set state = 'closed', outcome = 'not-notified',"
                + " closed_at = opened_at where reference = ?",
            closed.reference);
    TasklistUser manager = review.user("manager");

    for (String by : List.of("stage", "urgency")) {
      Document page =
          Jsoup.parse(
              manager.get("/cases?sort=reference&order=desc&group=" + by).expect(200).text());
      int seen = 0;
      List<String> names = new ArrayList<>();
      for (Element group : page.select("tbody")) {
        String[] heading = group.select("th[scope=rowgroup]").text().split(": ");
        assertThat(names).doesNotContain(heading[0]);
        names.add(heading[0]);
        int rows = group.select("td[data-label=Case]").size();
        assertThat(Integer.parseInt(heading[1])).as(heading[0]).isGreaterThanOrEqualTo(rows);
        seen += Integer.parseInt(heading[1]);
        String column = by.equals("stage") ? "Stage" : "Urgency";
        if (!Set.of("Closed", "Nothing to do now").contains(heading[0])) {
          assertThat(group.select("td[data-label=" + column + "]").eachText())
              .allMatch(cell -> cell.startsWith(heading[0]));
        }
      }
      assertThat(names).hasSizeGreaterThan(1);
      if (by.equals("urgency")) {
        assertThat(names).isSortedAccordingTo(Comparator.comparing(CaseList.URGENCIES::indexOf));
      } else {
        names.removeAll(List.of("Nothing to do now", "Closed"));
        assertThat(names).isSorted();
      }
      if (page.select("[rel=next]").isEmpty()) {
        assertThat(page.select("p[role=status]").text()).startsWith(seen + " cases");
        assertThat(page.select("tbody").last().text()).startsWith("Closed: ");
      }
      assertThat(page.select("a[href*='sort=reference']").attr("href")).contains("group=" + by);
    }
    Document plain = Jsoup.parse(manager.get("/cases?group=reference").expect(200).text());
    assertThat(plain.select("th[scope=rowgroup]")).isEmpty();
    assertThat(plain.text()).contains(referred.reference);
  }

  @Test
  @DisplayName("shows each person the columns that they chose, until they choose others")
  void columns() {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    TasklistUser manager = story.user("manager");
    String page = "/cases?q=" + story.reference + "&group=stage";
    String before = headings(manager, page);
    assertThat(before).contains("Pseudonym", "Opened on").doesNotContain("Closed on");
    manager
        .submitPage(
            page,
            "/cases/columns",
            with("column", List.of("stage", "closed", "partnership", "nonsense"), "back", page))
        .expect(302);
    assertThat(headings(manager, page)).isEqualTo("Case Partnership Stage Closed on");
    assertThat(Jsoup.parse(manager.get(page).text()).select("tbody").text())
        .contains("Rapid review: 1", story.reference)
        .doesNotContain("Prepare the report");
    assertThat(headings(story.user("head"), page)).as("each for themselves").isEqualTo(before);
    assertThat(file(story, "manager", "csv").text()).contains("Opened on");

    manager.submitPage(page, "/cases/columns", with("back", "https://elsewhere.example"));
    assertThat(headings(manager, page)).isEqualTo("Case");
    assertThat(
            manager
                .submitPage(
                    page,
                    "/cases/columns",
                    with(
                        "column",
                        List.of("urgency", "pseudonym", "stage", "work", "due", "opened"),
                        "back",
                        "//elsewhere.example"))
                .header("location"))
        .endsWith("/cases");
    assertThat(headings(manager, page)).isEqualTo(before);
    assertThat(
            desk.the(JdbcTemplate.class)
                .queryForList("select user_id from review.kept_columns", String.class))
        .isEmpty();
  }

  @Test
  @DisplayName("keeps the columns of someone who sends them twice at the same moment")
  void columnsTwice() {
    KeptColumns columns = desk.the(KeptColumns.class);
    IntStream.range(0, 60).parallel().forEach(time -> columns.keep("twice", List.of("stage")));
    assertThat(columns.of("twice")).containsExactly(KeptColumns.Column.STAGE);
    desk.the(JdbcTemplate.class).update("delete from review.kept_columns where user_id = 'twice'");
  }

  private static String headings(TasklistUser user, String page) {
    return Jsoup.parse(user.get(page).expect(200).text()).select("thead th").text();
  }

  @Test
  @DisplayName("is taken away as a spreadsheet in which nothing is run, and only by who sees it")
  void export() throws IOException {
    Story story = asked(underReview(story(SOUTH_GLOUCESTERSHIRE, "2026-05-11")), "police");
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    String sql = "update review.case_row set pseudonym = ? where case_reference = ?";
    for (String formula : List.of("=1+1", "+1", "-1", "@now", "\tx")) {
      rows.update(sql, formula, story.reference);
      assertThat(file(story, "manager", "csv").text())
          .startsWith("\uFEFFReference,")
          .contains(story.reference, "'" + formula)
          .doesNotContain("," + formula);
    }
    rows.update(sql, "=1+1", story.reference);
    List<Row> sheet = workbook(story, "manager");
    assertThat(sheet).hasSize(2);
    assertThat(sheet.get(1).getCellText(0)).isEqualTo(story.reference);
    assertThat(sheet.get(1).getCellText(2)).isEqualTo("'=1+1");
    assertThat(sheet.get(1).getCellAsDate(11).orElseThrow().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 5, 11));
    assertThat(sheet.get(1).getCellAsDate(8)).isPresent();

    for (TasklistUser stranger :
        List.of(
            desk.user("es-manager"),
            desk.user("sg-author-health"),
            desk.user("sg-communications"))) {
      assertThat(stranger.get("/cases/export.csv").expect(200).text())
          .doesNotContain(story.reference);
    }
    assertThat(file(story, "author-police", "csv").text())
        .contains(story.reference)
        .doesNotContain("1+1", "Prepare the report");
    assertThat(story.user("manager").get("/cases/export.html").status()).isEqualTo(404);
    desk.visitor().get("/cases/export.csv").expect(302);
  }

  @Test
  @DisplayName("shows fifty on a page and asks the database no more often for many than for few")
  void paging() {
    Story story = story(STAFFORDSHIRE, "2026-05-11").referredBy("manager", with());
    TasklistUser manager = story.user("manager");
    JdbcTemplate rows = desk.the(JdbcTemplate.class);
    manager.get("/cases").expect(200);
    int few = statements(manager, "/cases?q=" + story.reference);
    int fewExported = statements(manager, "/cases/export.csv?q=" + story.reference);
    int fewWork = statements(manager, "/my-work");
    try {
      for (int i = 1000; i < 1120; i++) {
        String reference = "ST-1999-" + i;
        rows.update(
            "insert into review.case_file (reference, partnership, partnership_name, guidance,"
                + " state, opened_at, opened_by) select ?, partnership, partnership_name, guidance,"
                + " state, opened_at, opened_by from review.case_file where reference = ?",
            reference,
            story.reference);
        rows.update(
            "insert into review.work_item select ?, ?, partnership, task, stage, assignee, due_on,"
                + " statutory, law, priority, waiting_since from review.work_item where task_id ="
                + " (select min(task_id) from review.work_item where case_reference = ?)",
            reference,
            reference,
            story.reference);
        rows.update(
            "insert into review.work_offer values (?, 'GROUP', 'staffordshire.business-manager')",
            reference);
      }
      // One more asks for names, where someone on the page has taken a task.
      assertThat(statements(manager, "/cases?q=ST-1999")).isBetween(few - 1, few + 1);
      assertThat(few).isLessThanOrEqualTo(14);
      assertThat(statements(manager, "/cases/export.csv?q=ST-1999")).isEqualTo(fewExported);
      assertThat(statements(manager, "/my-work")).isBetween(fewWork - 1, fewWork + 1);
      String first = manager.get("/cases?q=ST-1999&sort=reference").expect(200).text();
      assertThat(first).contains("120 cases", "page 1 of 3", "ST-1999-1049", "Next page");
      assertThat(first).doesNotContain("ST-1999-1050", "Previous page");
      assertThat(manager.get("/cases?q=ST-1999&sort=reference&page=3").expect(200).text())
          .contains("ST-1999-1119", "Previous page")
          .doesNotContain("ST-1999-1099", "Next page");
      assertThat(manager.get("/cases?q=ST-1999&sort=reference&order=desc").expect(200).text())
          .contains("ST-1999-1119", "descending")
          .doesNotContain("ST-1999-1000");
      assertThat(manager.get("/cases/export.csv?q=ST-1999").expect(200).text().lines())
          .hasSize(121);
    } finally {
      rows.update("delete from review.work_item where case_reference like 'ST-1999-%'");
      rows.update("delete from review.case_file where reference like 'ST-1999-%'");
    }
  }

  /** How many statements a page sends; what the outbox sends meanwhile is not counted. */
  private int statements(TasklistUser user, String address) {
    JdbcTemplate database = desk.the(JdbcTemplate.class);
    if (isPostgres(database)) {
      user.get(encoded(address)).expect(200);
      return 0;
    }
    database.execute("set query_statistics_max_entries 10000");
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      database.execute("set query_statistics false");
      database.execute("set query_statistics true");
      user.get(encoded(address)).expect(200);
      least =
          Math.min(
              least,
              database.queryForObject(
                  "select sum(execution_count) from information_schema.query_statistics"
                      + " where lower(sql_statement) not like '%outbox%' and lower(sql_statement)"
                      + " not like '%http_session%' and lower(sql_statement)"
                      + " not like '%query_statistics%' and sql_statement <> 'COMMIT'",
                  Integer.class));
    }
    database.execute("set query_statistics false");
    return least;
  }

  /** Only H2 counts statements by itself. */
  private static boolean isPostgres(JdbcTemplate database) {
    return String.valueOf(
            database.execute(
                (ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName()))
        .equals("PostgreSQL");
  }

  private static String list(Story story, String who, String asked) {
    return story
        .user(who)
        .get(encoded("/cases?sort=reference&order=desc&" + asked))
        .expect(200)
        .text();
  }

  /** What the page's own form finds. */
  private static String search(Story story, String who, String words) {
    return story
        .user(who)
        .fillIn("/cases", with("q", words, "sort", "reference", "order", "desc"))
        .expect(200)
        .text();
  }

  private static TasklistUser.Answer file(Story story, String who, String kind) {
    return story.user(who).get("/cases/export." + kind + "?q=" + story.reference).expect(200);
  }

  private static List<Row> workbook(Story story, String who) throws IOException {
    byte[] file = story.user(who).download("/cases/export.xlsx?q=" + story.reference);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return workbook.getFirstSheet().read();
    }
  }

  private static String encoded(String address) {
    return address.replace("%", "%25").replace(" ", "%20");
  }
}
