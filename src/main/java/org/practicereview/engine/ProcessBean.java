package org.practicereview.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks the few beans that an expression in a process model may name. Every other bean of the
 * application is out of a model's reach, because whoever can deploy a model could otherwise run any
 * code in the service.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessBean {

  /** The name by which models call the bean, for example {@code writeLetter}. */
  @AliasFor(annotation = Component.class, attribute = "value")
  String value();
}
