package org.practicereview.pages;

import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** A fault of ours has a number, which the person is told and support finds in the log. */
@Component
class Faults extends DefaultErrorAttributes {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> attributes = super.getErrorAttributes(request, options);
    if (attributes.get("status") instanceof Integer status
        && status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      String number = UUID.randomUUID().toString().substring(0, 8);
      Throwable fault = getError(request);
      LOG.error(
          "A page failed, fault {}: {}",
          number,
          fault == null ? "status " + status : fault.getClass().getName());
      attributes.put("fault", number);
    }
    return attributes;
  }
}
