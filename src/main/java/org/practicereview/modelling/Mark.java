package org.practicereview.modelling;

/** How a step is marked in the picture of a changed model; by a word, and not by colour alone. */
enum Mark {
  ADDED("new", "#00703c"),
  REMOVED("gone", "#d4351c"),
  CHANGED("changed", "#1d70b8");

  private final String word;
  private final String colour;

  Mark(String word, String colour) {
    this.word = word;
    this.colour = colour;
  }

  String word() {
    return word;
  }

  String colour() {
    return colour;
  }
}
