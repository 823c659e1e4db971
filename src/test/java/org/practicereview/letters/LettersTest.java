package org.practicereview.letters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of letters without the engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = LettersSlice.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:letters;DB_CLOSE_DELAY=-1",
      "spring.flyway.placeholders.binary=blob",
      "spring.flyway.init-sqls=create schema if not exists review",
      "practice-review.outbox.scheduled=false"
    })
@Import(ExampleCase.class)
@interface LettersTest {}
