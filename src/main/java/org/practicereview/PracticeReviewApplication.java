package org.practicereview;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. What it is and how to run it is told in {@code README.md}. */
@SpringBootApplication
public class PracticeReviewApplication {

  public static void main(String[] args) {
    SpringApplication.run(PracticeReviewApplication.class, args);
  }
}
