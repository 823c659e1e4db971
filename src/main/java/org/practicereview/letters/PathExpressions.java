package org.practicereview.letters;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * The only expressions a letter template knows: a path through plain maps, such as {@code
 * fact.childName} or {@code clock['rapid-review'].dueOn}. No methods, no classes, no beans; so a
 * template can read facts and do nothing else.
 */
final class PathExpressions implements IStandardVariableExpressionEvaluator {

  static final String FACT = "fact";

  private static final Pattern PATH =
      Pattern.compile("[a-zA-Z]\\w*(\\.[a-zA-Z]\\w*|\\['[a-zA-Z0-9_-]+'])*");
  private static final Pattern STEP = Pattern.compile("[a-zA-Z0-9_-]+");

  @Override
  public Object evaluate(
      IExpressionContext context,
      IStandardVariableExpression expression,
      StandardExpressionExecutionContext execution) {
    String path = expression.getExpression().strip();
    if (!PATH.matcher(path).matches() || expression.getUseSelectionAsRoot()) {
      throw new TemplateProcessingException(
          "A letter template may only name facts; it cannot use \"" + path + "\"");
    }
    Matcher step = STEP.matcher(path);
    step.find();
    String root = step.group();
    Object value = context.getVariable(root);
    while (step.find()) {
      if (!(value instanceof Map<?, ?> map)) {
        return null;
      }
      if (root.equals(FACT) && map == context.getVariable(FACT) && !map.containsKey(step.group())) {
        throw new TemplateProcessingException(
            "The letter template uses the fact \"" + step.group() + "\" without declaring it");
      }
      value = map.get(step.group());
    }
    return value;
  }
}
