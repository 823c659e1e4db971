package org.practicereview.absence.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practicereview.absence.Colleagues;
import org.practicereview.partnership.RoleGroups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts with their groups from the engine's tables, in one statement. */
@Component
class EngineColleagues implements Colleagues {

  private final JdbcClient jdbc;

  EngineColleagues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(String userId, String name, String address, String group) {}

  @Override
  public List<Colleague> of(String partnership) {
    Map<String, List<Row>> accounts =
        jdbc
            .sql(
                """
                select u.ID_, u.FIRST_, u.LAST_, u.EMAIL_, m.GROUP_ID_ from ACT_ID_USER u
                left join ACT_ID_MEMBERSHIP m on m.USER_ID_ = u.ID_
                where exists (select 1 from ACT_ID_TENANT_MEMBER t where t.TENANT_ID_ = :tenant
                  and (t.USER_ID_ = u.ID_ or t.GROUP_ID_ in
                    (select g.GROUP_ID_ from ACT_ID_MEMBERSHIP g where g.USER_ID_ = u.ID_)))""")
            .param("tenant", partnership)
            .query(
                (row, number) ->
                    new Row(
                        row.getString("ID_"),
                        name(row.getString("ID_"), row.getString("FIRST_"), row.getString("LAST_")),
                        Objects.requireNonNullElse(row.getString("EMAIL_"), "").strip(),
                        row.getString("GROUP_ID_")))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Row::userId, LinkedHashMap::new, Collectors.toList()));
    List<Colleague> colleagues = new ArrayList<>();
    accounts.forEach(
        (id, rows) ->
            colleagues.add(
                new Colleague(
                    id,
                    rows.get(0).name(),
                    rows.get(0).address(),
                    RoleGroups.groupsIn(
                        partnership,
                        rows.stream()
                            .map(Row::group)
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList()))));
    colleagues.sort(Comparator.comparing(Colleague::name).thenComparing(Colleague::userId));
    return colleagues;
  }

  @Override
  public List<String> goneWithWork() {
    return jdbc.sql(
            """
            select distinct w.assignee from review.work_item w where w.assignee is not null
              and not exists (select 1 from ACT_ID_USER u where u.ID_ = w.assignee)""")
        .query(String.class)
        .list();
  }

  private static String name(String id, String first, String last) {
    String name =
        Stream.of(first, last)
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? id : name;
  }
}
