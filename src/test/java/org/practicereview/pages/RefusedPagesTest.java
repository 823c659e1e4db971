package org.practicereview.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletWebRequest;

@DisplayName("A page that cannot do what it is asked for")
@ExtendWith(OutputCaptureExtension.class)
class RefusedPagesTest {

  private final MockMvc pages =
      MockMvcBuilders.standaloneSetup(new Asked())
          .setControllerAdvice(new PageAdvice(null, null, null, null))
          .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
          .build();

  /** MockMvc leaves its last request to the thread. */
  @AfterEach
  void noRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  @DisplayName("says why, and that nothing was changed")
  void refused() throws Exception {
    pages
        .perform(get("/asked/refused"))
        .andExpect(status().isConflict())
        .andExpect(view().name("pages/refused"))
        .andExpect(model().attribute("why", "Say why"));
  }

  @Test
  @DisplayName(
      "is not there only if that is what was found, not if a value was missing in the code")
  void notThere() throws Exception {
    pages.perform(get("/asked/absent")).andExpect(status().isNotFound());
    assertThatThrownBy(() -> pages.perform(get("/asked/empty")))
        .hasRootCauseInstanceOf(NoSuchElementException.class);
  }

  @Test
  @DisplayName("shows the number of the fault that stands in the log, and no words of the fault")
  void fault(CapturedOutput log) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
    request.setAttribute(
        RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("Mira Sample, 3"));
    Map<String, Object> shown =
        new Faults()
            .getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
    assertThat(shown.get("fault")).asString().matches("[0-9a-f]{8}");
    assertThat(log)
        .contains("fault " + shown.get("fault") + ": java.lang.IllegalStateException")
        .doesNotContain("Mira");
  }

  @Controller
  static class Asked {

    @GetMapping("/asked/{how}")
    String ask(@PathVariable("how") String how) {
      throw switch (how) {
        case "refused" -> new Refused("Say why");
        case "absent" -> new NotThere("There is none");
        default -> new NoSuchElementException("No value present");
      };
    }
  }
}
