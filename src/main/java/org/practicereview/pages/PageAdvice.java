package org.practicereview.pages;

import java.util.NoSuchElementException;
import org.practicereview.casefile.UnknownCase;
import org.practicereview.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What all pages share: who is signed in, and what is not there for them. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {

  /** The signed-in user's id for the page's head, or null. */
  @ModelAttribute("signedIn")
  String signedIn(@AuthenticationPrincipal(errorOnInvalidType = false) SignedIn reader) {
    return reader == null ? null : reader.userId();
  }

  @ExceptionHandler({UnknownCase.class, NoSuchElementException.class})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notThere() {
    return "error/404";
  }
}
