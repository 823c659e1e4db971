package org.practicereview.pages;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Style sheets and scripts of the pages. Pages name them by what is in them, so a browser may keep
 * them for a year; one that is not there, such as that of another release, is never kept as
 * missing.
 */
@Configuration(proxyBeanMethods = false)
class OwnFiles implements WebMvcConfigurer {

  private static final CacheControl KEPT =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  private static final String NAMED_BY_CONTENT = "/{file:.+-[0-9a-f]{32}[.][a-z]+}";

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    for (String folder : new String[] {"/pages", "/css"}) {
      files
          .addResourceHandler(folder + NAMED_BY_CONTENT)
          .addResourceLocations("classpath:/static" + folder + "/")
          .setCacheControl(KEPT)
          .resourceChain(true)
          .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
    // Its address holds its version.
    files
        .addResourceHandler("/webjars/govuk-frontend/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/govuk-frontend/")
        .setCacheControl(KEPT);
  }
}
