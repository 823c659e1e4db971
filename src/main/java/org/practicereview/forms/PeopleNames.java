package org.practicereview.forms;

/** What people are called, where the id of an account would say nothing to a reader. */
public interface PeopleNames {

  /** The name of the owner of an account; the id where the account is gone or has no name. */
  String of(String userId);
}
