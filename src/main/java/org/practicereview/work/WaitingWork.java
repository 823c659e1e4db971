package org.practicereview.work;

import java.util.List;

/** Who works here, and what waits for them. */
public interface WaitingWork {

  /**
   * Someone with an account.
   *
   * @param address e-mail address, or empty
   * @param groups ids of their roles and agencies, each with its partnership
   */
  record Person(String userId, String address, List<String> groups) {

    public Person {
      groups = List.copyOf(groups);
    }
  }

  /** Everyone with an account. */
  List<Person> people();

  /** What a person has taken, and what is offered to them and not taken by anyone. */
  List<WaitingTask> of(Person person);

  /** What is offered to a group and not taken by anyone. */
  List<WaitingTask> offeredTo(String group);
}
