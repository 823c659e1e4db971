package org.practicereview.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Someone tried what their role does not allow. */
@ResponseStatus(code = HttpStatus.FORBIDDEN, reason = "Your role does not allow this")
class NotAllowed extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
