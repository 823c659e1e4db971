package org.practicereview.areas;

import static org.practicereview.areas.AreaQuestions.OTHER_AREA_AGREED;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_ID;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_NAME;
import static org.practicereview.areas.AreaQuestions.OTHER_AREA_ROLE;

import java.util.Map;
import org.practicereview.forms.OptionWords;

/**
 * Another area that a case concerns.
 *
 * @param row the row as it was filled in, by column
 */
record OtherArea(Map<String, Object> row) {

  /** The code by which other forms know it, such as {@code A1}. */
  String id() {
    return OTHER_AREA_ID.in(row);
  }

  String name() {
    return OTHER_AREA_NAME.in(row);
  }

  String agreed() {
    return OTHER_AREA_AGREED.in(row);
  }

  /** What it has to do with the case, in words. */
  String part(OptionWords options) {
    return options.inSentence(OTHER_AREA_ROLE, OTHER_AREA_ROLE.in(row));
  }
}
