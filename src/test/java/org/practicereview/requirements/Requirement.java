package org.practicereview.requirements;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbers of the requirements in {@code docs/requirements.md} that this test proves: it goes
 * red when one of them is no longer kept. The row of each number names this test.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requirement {

  String[] value();
}
