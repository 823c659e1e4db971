package org.practicereview.letters;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Fills templates with plain maps. */
@Component
class TemplateText {

  private final TemplateEngine engine = new TemplateEngine();

  TemplateText() {
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new PathExpressions());
    engine.setDialect(dialect);
    StringTemplateResolver resolver = new StringTemplateResolver();
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCacheable(true);
    engine.setTemplateResolver(resolver);
  }

  String fill(String template, Map<String, Object> values) {
    return engine.process(template, new Context(Locale.UK, values));
  }
}
