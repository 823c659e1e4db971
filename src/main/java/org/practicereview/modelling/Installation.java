package org.practicereview.modelling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.practicereview.deadlines.Rule;

/** What the rules of the gate ask of the service that the models run in. */
interface Installation {

  /** Ids of the templates of letters and notices. */
  Set<String> letters();

  /** Facts that each letter prints, by its id. */
  Map<String, Set<String>> factsOfLetters();

  /** Names of the beans that models may call. */
  Set<String> beans();

  /** Ids of the roles that may be given a task. */
  Set<String> roles();

  /** The rooms that read a question in Java, by form and key as in {@code form/key}. */
  Map<String, String> readInJava();

  /** The clocks as they were shipped. */
  List<Rule> shippedClocks();

  /** The models, tables and forms as they were shipped. */
  Deployed shipped();
}
