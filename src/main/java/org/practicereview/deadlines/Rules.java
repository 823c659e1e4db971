package org.practicereview.deadlines;

import java.util.List;
import java.util.Optional;

/** The table of statutory and local clocks, as it stands now, before a partnership's changes. */
public interface Rules {

  /** The rule with this id. */
  Optional<Rule> find(String id);

  /** All rules, in the order of the table. */
  List<Rule> all();
}
