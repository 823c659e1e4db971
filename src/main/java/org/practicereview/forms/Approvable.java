package org.practicereview.forms;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A kind of thing that people approve and that can be written anew meanwhile. A form with which
 * something is approved says what: {@code letter}, {@code answers:draft-terms-of-reference}, {@code
 * document:draft-report}. It carries the version that was there when it was opened; if another one
 * has been written by the time it is sent, the approval is refused and says what changed.
 */
public interface Approvable {

  /** The name by which forms call this kind, the part before the colon. */
  String name();

  /**
   * The version that is there now, kept from being changed until the caller's transaction ends
   * where that is possible. Its words call people by their names.
   */
  Version now(Subject subject);

  /**
   * What changed since an earlier version, in sentences for the person who wants to approve.
   *
   * @param seen the token of the version that the form carried
   */
  String changed(Subject subject, String seen);

  /**
   * What is approved.
   *
   * @param scope agency or other part of the case that the form is for, or empty
   * @param which what follows the colon
   */
  record Subject(String caseReference, String scope, String which) {}

  /**
   * A version.
   *
   * @param token tells it from every other version of the same thing
   * @param words which one it is, by whom and when, without a word of what stands in it
   */
  record Version(String token, String words) {

    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    /** When a version was written, in London, as its words say it. */
    public static String moment(Instant at) {
      return MOMENT.format(at);
    }
  }
}
