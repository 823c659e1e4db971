package org.practicereview.engine;

import java.util.stream.Stream;
import org.practicereview.forms.CaseRecords;
import org.practicereview.forms.FormRefused;
import org.practicereview.forms.Scope;
import org.springframework.stereotype.Component;

/** Holds to it that no one answers twice where two people, or two partners, must. */
@Component
class FourEyes {

  private final CaseRecords records;

  FourEyes(CaseRecords records) {
    this.records = records;
  }

  /**
   * Refuses a form that someone else has to give.
   *
   * @throws FormRefused if it does; the message says why
   */
  void check(FormPlace place, String user) {
    refuseSamePerson(place, user);
    refuseForTwoPartners(place, user);
  }

  /** Four eyes: a model can say that whoever gave one form may not give another. */
  private void refuseSamePerson(FormPlace place, String user) {
    for (String form : ElementProperties.of(place.model()).list("anotherPersonThan")) {
      boolean same =
          Stream.of(place.scope(), Scope.around(place.scope()), "")
              .anyMatch(
                  scope ->
                      records
                          .givenBy(place.caseReference(), form, scope)
                          .filter(user::equals)
                          .isPresent());
      if (same) {
        throw new FormRefused(
            "Nothing was changed. This must be done by another person than the one who did \""
                + form.replace('-', ' ')
                + "\".");
      }
    }
  }

  /** Each safeguarding partner speaks for itself, also where one person has the role of two. */
  private void refuseForTwoPartners(FormPlace place, String user) {
    if (Scope.isPartner(place.scope())
        && records.spokeForAnotherPartner(
            place.caseReference(), place.form().id(), place.scope(), user, place.since())) {
      throw new FormRefused(
          "Nothing was changed. You have answered this for another safeguarding partner; "
              + "someone else must answer for this one.");
    }
  }
}
