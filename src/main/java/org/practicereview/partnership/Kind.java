package org.practicereview.partnership;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/** What may stand at a key of a profile. */
enum Kind {
  @JsonProperty("text")
  TEXT("text of up to 200 characters", "\\S|\\S.{0,198}\\S", "Write a word or a few."),
  @JsonProperty("id")
  ID(
      "a short name in kebab-case",
      "(?=.{1,30}$)[a-z][a-z0-9]*(-[a-z0-9]+)*",
      "Write small letters, digits and hyphens, 30 at most and a letter first, for example"
          + " local-authority."),
  @JsonProperty("prefix")
  PREFIX(
      "two to six capitals or digits",
      "[A-Z][A-Z0-9]{1,5}",
      "Write two to six capitals or digits, a capital first, for example MS."),
  @JsonProperty("number")
  NUMBER("a whole number", "0|[1-9][0-9]{0,3}", "Write a whole number in figures, for example 10."),
  @JsonProperty("yes-no")
  YES_NO("true or false", "true|false", "Write true or false."),
  @JsonProperty("address")
  ADDRESS(
      "one e-mail address",
      "(?=.{1,254}$)[\\w!#$%&'*+/=?^`{|}~-]+([.][\\w!#$%&'*+/=?^`{|}~-]+)*"
          + "@[A-Za-z0-9]+(-+[A-Za-z0-9]+)*([.][A-Za-z0-9]+(-+[A-Za-z0-9]+)*)+",
      "Write one address that someone reads, for example duty.team@council.gov.uk."),
  @JsonProperty("telephone")
  TELEPHONE(
      "a telephone number",
      "(?=.{10,20}$)[0+][0-9]+( [0-9]+)*",
      "Write digits with single spaces, for example 01632 960000."),
  @JsonProperty("meetings")
  MEETINGS(
      "a number of meetings",
      "[1-9][0-9]?(-[1-9][0-9]?)?",
      "Write a number, or the least and the most, for example \"2\" or \"2-3\"."),
  @JsonProperty("roles")
  ROLES(
      "one or more roles with commas between them",
      "[a-z-]+(, ?[a-z-]+)*",
      "Write roles with commas between them, for example executive, head-of-safeguarding."),
  @JsonProperty("choice")
  CHOICE("one of the values allowed here", ".*", "");

  private final String words;
  private final Pattern pattern;
  private final String remedy;

  Kind(String words, String pattern, String remedy) {
    this.words = words;
    this.pattern = Pattern.compile(pattern);
    this.remedy = remedy;
  }

  boolean accepts(String value) {
    return pattern.matcher(value).matches();
  }

  /** For example {@code one e-mail address}. */
  String words() {
    return words;
  }

  String remedy() {
    return remedy;
  }
}
