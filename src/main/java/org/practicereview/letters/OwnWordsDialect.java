package org.practicereview.letters;

import java.util.Set;
import java.util.function.Function;
import org.practicereview.partnership.OwnWords;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IText;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.text.AbstractTextProcessor;
import org.thymeleaf.processor.text.ITextStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Says what stands in a template itself in the words of the reader's partnership. What the template
 * prints of the case, and what people typed, passes it by.
 */
public final class OwnWordsDialect extends AbstractProcessorDialect {

  private static final int BEFORE_STANDARD = 900;

  private final Function<ITemplateContext, OwnWords> words;

  /**
   * Says templates in the words that belong to what they show.
   *
   * @param words finds them by what the template knows
   */
  public OwnWordsDialect(Function<ITemplateContext, OwnWords> words) {
    super("Own words", "words", BEFORE_STANDARD);
    this.words = words;
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(
        new AbstractTextProcessor(TemplateMode.HTML, BEFORE_STANDARD) {
          @Override
          protected void doProcess(
              ITemplateContext context, IText text, ITextStructureHandler handler) {
            String written = text.getText();
            String said = words.apply(context).inMarkup(written);
            if (!said.equals(written)) {
              handler.setText(said);
            }
          }
        });
  }
}
