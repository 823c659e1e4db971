package org.practicereview.modelling;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression compares declared variables or calls one method of a bean that is meant for models.
 * It reaches nothing else, wherever in the model it stands.
 */
final class ExpressionRule implements ModelRule {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*'|\"[^\"\\\\]*\"");
  private static final Pattern PLAIN = Pattern.compile("[\\w\\s.,()!=<>&|']*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Set<String> OPERATORS =
      Set.of(
          "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "true", "false", "null");

  /** What every object can be asked, and no model needs. */
  private static final Set<String> OF_EVERYTHING =
      Set.of("getClass", "hashCode", "equals", "toString", "wait", "notify", "notifyAll", "clone");

  @Override
  public void check(ModelReading reading) {
    XmlWalk.over(
        reading.xml(),
        new XmlWalk.Visitor() {
          @Override
          public void attribute(String id, String element, String name, String value) {
            if (name.equals("delegateExpression")) {
              checkBuildingBlock(reading, id, value);
            } else {
              checkAll(reading, id, value);
            }
          }

          @Override
          public void text(String id, String element, String text) {
            checkAll(reading, id, text);
          }
        });
  }

  private static void checkBuildingBlock(ModelReading reading, String id, String value) {
    Matcher bean = BEAN.matcher(value);
    if (!bean.matches() || !reading.surroundings().beans().contains(bean.group(1))) {
      reading.say(id, "the building block " + value + " does not exist");
    }
  }

  private static void checkAll(ModelReading reading, String id, String value) {
    Matcher expressions = EXPRESSION.matcher(value);
    while (expressions.find()) {
      String fault = faultOf(expressions.group(1).strip(), reading.surroundings());
      if (fault != null) {
        reading.say(id, "the expression " + expressions.group() + " " + fault);
      }
    }
    String rest = expressions.replaceAll("");
    if (rest.contains("${") || rest.contains("#{")) {
      reading.say(id, "an expression is not closed");
    }
  }

  private static String faultOf(String expression, Surroundings surroundings) {
    String bare = TEXT.matcher(expression).replaceAll("''");
    if (!PLAIN.matcher(bare).matches() || bare.replace("''", "").contains("'")) {
      return "uses signs that are not allowed";
    }
    if (Pattern.compile("\\)\\s*\\.").matcher(bare).find()) {
      return "goes on from the result of a call";
    }
    Matcher words = WORD.matcher(bare);
    while (words.find()) {
      String before = bare.substring(0, words.start()).stripTrailing();
      String after = bare.substring(words.end()).stripLeading();
      String fault = faultOfWord(words.group(), before, after, surroundings);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private static String faultOfWord(
      String word, String before, String after, Surroundings surroundings) {
    if (before.endsWith(".")) {
      boolean key = before.endsWith("execution.") && word.equals("processBusinessKey");
      boolean call =
          after.startsWith("(") && !before.endsWith("execution.") && !OF_EVERYTHING.contains(word);
      return key || call ? null : "reads " + word + ", which is not allowed";
    }
    if (OPERATORS.contains(word) || word.equals("execution")) {
      return null;
    }
    if (after.startsWith(".")) {
      return surroundings.beans().contains(word) ? null : "calls " + word + ", which is unknown";
    }
    if (after.startsWith("(")) {
      return "calls the function " + word + ", which is not allowed";
    }
    return surroundings.variables().contains(word)
        ? null
        : "uses the variable " + word + ", which no model declares";
  }
}
