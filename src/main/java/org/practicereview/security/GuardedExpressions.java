package org.practicereview.security;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Expressions run only where a model puts them, and reach only what is meant for models.
 *
 * <p>The engine evaluates expressions that come with a task query, also inside its "or" parts and
 * in filters that are extended by the caller, whatever its switches say; and its expressions reach
 * every bean and, by reflection, every class. Both end here: of a query only the few expressions of
 * our own Tasklist lists pass, and names and properties go through a {@link GuardedProperties}.
 */
class GuardedExpressions extends JuelExpressionManager {

  private static final Set<String> OF_OUR_LISTS =
      Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");
  private static final Pattern DAYS_AHEAD =
      Pattern.compile("\\$\\{dateTime\\(\\)\\.plusDays\\(\\d{1,3}\\)}");
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final ListableBeanFactory factory;

  GuardedExpressions(ListableBeanFactory factory) {
    this.factory = factory;
  }

  @Override
  public Expression createExpression(String text) {
    if (isExpression(text) && !isOfOurLists(text) && comesFromQuery()) {
      throw new BadUserRequestException("Expressions are not allowed in queries");
    }
    return super.createExpression(text);
  }

  /** Whether a stored query may hold this expression: exactly those of our lists, to the letter. */
  static boolean isOfOurLists(String text) {
    return OF_OUR_LISTS.contains(text) || DAYS_AHEAD.matcher(text).matches();
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new VariableScopeElResolver());
    resolvers.add(new VariableContextElResolver());
    resolvers.add(new ProcessBeans(factory));
    resolvers.add(new ArrayELResolver(true));
    resolvers.add(new ListELResolver(true));
    resolvers.add(new MapELResolver(true));
    resolvers.add(new GuardedProperties());
    return resolvers;
  }

  private static boolean isExpression(String text) {
    return text != null && (text.contains("${") || text.contains("#{"));
  }

  private static boolean comesFromQuery() {
    return STACK.walk(
        frames ->
            frames.anyMatch(
                frame ->
                    frame.getMethodName().equals("evaluateExpressions")
                        && AbstractQuery.class.isAssignableFrom(frame.getDeclaringClass())));
  }
}
