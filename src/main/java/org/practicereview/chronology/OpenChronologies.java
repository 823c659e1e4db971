package org.practicereview.chronology;

import java.util.Optional;

/** Whether an agency's chronology is being written, which only the process knows. */
public interface OpenChronologies {

  /**
   * The open form of an agency's chronology.
   *
   * @return who has it, an empty text if no one has claimed it; nothing if it is not open
   */
  Optional<String> writer(String caseReference, String agency);
}
