package org.practicereview.absence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is named on which open case of a partnership, in one statement. */
@Component
class Namings {

  private final JdbcClient jdbc;

  Namings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(String userId, String reference) {}

  /** References of cases, by the account that is named on them. */
  Map<String, List<String>> of(String partnership) {
    return jdbc
        .sql(
            """
            select distinct p.user_id, p.case_reference from review.case_person p
            join review.case_file f on f.reference = p.case_reference
            where f.partnership = ? and f.state = 'open' and p.ended_at is null
            order by p.case_reference""")
        .param(partnership)
        .query((row, number) -> new Row(row.getString("user_id"), row.getString("case_reference")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::userId,
                TreeMap::new,
                Collectors.mapping(Row::reference, Collectors.toList())));
  }
}
