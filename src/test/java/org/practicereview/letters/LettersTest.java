package org.practicereview.letters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.practicereview.journey.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of letters without the engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = LettersSlice.class, properties = "practice-review.outbox.scheduled=false")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(ExampleCase.class)
@interface LettersTest {}
