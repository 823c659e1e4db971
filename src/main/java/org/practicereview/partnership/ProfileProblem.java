package org.practicereview.partnership;

import java.util.List;

/**
 * Something wrong with a profile that only another building block can see.
 *
 * @param partnership whose profile is meant; there need not be one
 * @param path the keys that lead to the value, for example {@code clocks, rapid-review, length}
 * @param wrong what is wrong, a sentence
 * @param remedy what to do, a sentence or two
 */
public record ProfileProblem(String partnership, List<String> path, String wrong, String remedy) {

  public ProfileProblem {
    path = List.copyOf(path);
  }
}
