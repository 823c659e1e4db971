package org.practicereview.modelling;

import java.util.Map;
import org.practicereview.engine.ProcessBean;
import org.practicereview.letters.LetterTemplates;
import org.practicereview.modelling.Submission.Sender;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The gate in front of a service that holds what is shipped, without running the service. */
final class ShippedGate {

  static final Map<String, String> FILES = RunningInstallation.shippedFiles();
  static final Installation INSTALLATION = installation();
  static final Deployed IN_USE = INSTALLATION.shipped();
  static final Sender ADMINISTRATOR = new Sender("model-admin", "", "");
  static final Sender SERVICE = new Sender("", "practice-review", "");

  private ShippedGate() {}

  static Submission submission(Map<String, String> files, Sender sender) {
    return new Submission(files, sender, IN_USE, INSTALLATION);
  }

  private static Installation installation() {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ProcessBean.class));
    scanner.scan("org.practicereview");
    beans.registerBeanDefinition(
        "letterTemplates",
        BeanDefinitionBuilder.genericBeanDefinition(LetterTemplates.class)
            .addConstructorArgValue("")
            .addConstructorArgValue(LetterTemplates.Released.NONE)
            .getBeanDefinition());
    return new RunningInstallation(beans, beans.getBeanProvider(LetterTemplates.class));
  }
}
