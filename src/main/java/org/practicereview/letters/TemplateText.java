package org.practicereview.letters;

import java.util.Locale;
import java.util.Map;
import org.practicereview.partnership.OwnWords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Fills templates with plain maps. */
@Component
class TemplateText {

  private final TemplateEngine engine = new TemplateEngine();

  @Autowired
  TemplateText() {
    this(true);
  }

  /** With {@code cached}, templates are remembered; what is tried once need not be. */
  TemplateText(boolean cached) {
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new PathExpressions());
    engine.setDialect(dialect);
    engine.addDialect(new OwnWordsDialect(TemplateText::words));
    StringTemplateResolver resolver = new StringTemplateResolver();
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCacheable(cached);
    engine.setTemplateResolver(resolver);
  }

  private static OwnWords words(ITemplateContext known) {
    return known.getVariable(LetterValues.OWN_WORDS) instanceof OwnWords words
        ? words
        : OwnWords.NONE;
  }

  String fill(String template, Map<String, Object> values) {
    return engine.process(template, new Context(Locale.UK, values));
  }
}
