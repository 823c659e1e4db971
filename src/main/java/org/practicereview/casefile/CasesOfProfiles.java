package org.practicereview.casefile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.Partnerships;
import org.practicereview.partnership.ProfileCheck;
import org.practicereview.partnership.ProfileProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Misses the profile of a partnership that has cases. */
@Component
class CasesOfProfiles implements ProfileCheck {

  private final JdbcClient jdbc;
  private final Partnerships partnerships;

  CasesOfProfiles(JdbcClient jdbc, Partnerships partnerships) {
    this.jdbc = jdbc;
    this.partnerships = partnerships;
  }

  @Override
  public List<ProfileProblem> problems() {
    Set<String> known =
        partnerships.all().stream().map(Partnership::id).collect(Collectors.toSet());
    return jdbc
        .sql(
            """
            select partnership, count(*) as cases from review.case_file
            group by partnership order by partnership""")
        .query((row, number) -> problem(row.getString("partnership"), row.getInt("cases")))
        .list()
        .stream()
        .filter(problem -> !known.contains(problem.partnership()))
        .toList();
  }

  private static ProfileProblem problem(String partnership, int cases) {
    return new ProfileProblem(
        partnership,
        List.of(),
        "There is no profile for the partnership \""
            + partnership
            + "\", which has "
            + (cases == 1 ? "1 case" : cases + " cases")
            + " in the database.",
        "Put its profile back, with id: "
            + partnership
            + ". If that is not your partnership, the database belongs to another installation.");
  }
}
