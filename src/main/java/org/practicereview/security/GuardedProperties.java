package org.practicereview.security;

import java.lang.reflect.Method;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.joda.time.DateTime;
import org.practicereview.engine.ProcessBean;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Reads properties and calls methods of plain values, of the execution or task a model stands on,
 * and of beans meant for models; of nothing else, so that no expression gets hold of a class, a
 * service or the application.
 */
class GuardedProperties extends BeanELResolver {

  private static final List<Class<?>> PLAIN_VALUES =
      List.of(
          Map.class,
          Collection.class,
          CharSequence.class,
          Number.class,
          Boolean.class,
          Character.class,
          Date.class,
          TemporalAccessor.class,
          TemporalAmount.class,
          // What dateTime() gives in the lists of Tasklist.
          DateTime.class);

  /** What the engine offers to delegates; its own classes have many more public methods. */
  private static final Set<String> OF_SCOPES =
      Stream.of(DelegateExecution.class, DelegateTask.class)
          .flatMap(type -> Stream.of(type.getMethods()))
          .map(Method::getName)
          .filter(name -> !name.contains("ProcessEngine"))
          .collect(Collectors.toUnmodifiableSet());

  GuardedProperties() {
    super(true);
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null) {
      refuseUnlessAllowed(base, property, true);
    }
    return super.getValue(context, base, property);
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    if (base != null) {
      refuseUnlessAllowed(base, property, true);
    }
    return super.getType(context, base, property);
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    if (base != null) {
      refuseUnlessAllowed(base, method, false);
    }
    return super.invoke(context, base, method, types, arguments);
  }

  private static void refuseUnlessAllowed(Object base, Object name, boolean property) {
    String word = String.valueOf(name);
    boolean allowed =
        !Set.of("class", "getClass", "declaringClass", "getDeclaringClass").contains(word)
            && (PLAIN_VALUES.stream().anyMatch(type -> type.isInstance(base))
                || isProcessBean(base)
                || base instanceof VariableScope && isOfScopes(word, property));
    if (!allowed) {
      throw new ELException(
          "An expression in a model may not use \""
              + word
              + "\" of "
              + base.getClass().getSimpleName());
    }
  }

  private static boolean isProcessBean(Object base) {
    return AnnotatedElementUtils.hasAnnotation(AopUtils.getTargetClass(base), ProcessBean.class);
  }

  private static boolean isOfScopes(String word, boolean property) {
    if (!property) {
      return OF_SCOPES.contains(word);
    }
    String end =
        word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return OF_SCOPES.contains("get" + end) || OF_SCOPES.contains("is" + end);
  }
}
