package org.practicereview.intake;

/** Lets the journey of a case begin at a stage. Implemented where the engine is known. */
public interface Beginnings {

  /** Begins the journey of a case that is open and whose facts and clocks are there. */
  void begin(String caseReference, Stage stage);
}
