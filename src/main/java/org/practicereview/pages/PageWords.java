package org.practicereview.pages;

import org.practicereview.letters.OwnWordsDialect;
import org.practicereview.partnership.OwnWords;
import org.practicereview.partnership.Partnership;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.ITemplateContext;

/** Pages about one partnership speak its words; all others keep those in which they are written. */
@Configuration(proxyBeanMethods = false)
class PageWords {

  @Bean
  OwnWordsDialect ownWords() {
    return new OwnWordsDialect(PageWords::of);
  }

  private static OwnWords of(ITemplateContext page) {
    if (page.getVariable("words") instanceof PlainWords words) {
      return words.own();
    }
    return page.getVariable("partnership") instanceof Partnership partnership
        ? partnership.words()
        : OwnWords.NONE;
  }
}
