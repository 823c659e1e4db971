package org.practicereview;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. What it is and how to run it is told in {@code README.md}. */
@SpringBootApplication
public class PracticeReviewApplication {

  public static void main(String[] args) {
    readXmlByTheJdk();
    SpringApplication.run(PracticeReviewApplication.class, args);
  }

  /** Named, so that the class path is not searched for another reader with each letter. */
  private static void readXmlByTheJdk() {
    System.setProperty(
        "javax.xml.parsers.DocumentBuilderFactory",
        DocumentBuilderFactory.newDefaultInstance().getClass().getName());
    System.setProperty(
        "javax.xml.parsers.SAXParserFactory",
        SAXParserFactory.newDefaultInstance().getClass().getName());
    System.setProperty(
        "javax.xml.transform.TransformerFactory",
        TransformerFactory.newDefaultInstance().getClass().getName());
  }
}
