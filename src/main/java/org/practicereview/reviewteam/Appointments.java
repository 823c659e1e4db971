package org.practicereview.reviewteam;

import java.util.List;

/** Which agencies are about to name a member, as the process knows. */
public interface Appointments {

  /** The codes of the agencies of a case whose member is being named at the moment. */
  List<String> underWay(String caseReference);
}
