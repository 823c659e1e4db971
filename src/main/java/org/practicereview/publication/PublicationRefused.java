package org.practicereview.publication;

import java.util.List;
import org.practicereview.refusals.Refused;

/** What cannot be published, handed on or removed now; the message says why, in plain words. */
public class PublicationRefused extends Refused {

  private static final long serialVersionUID = 1L;

  PublicationRefused(List<String> reasons) {
    super(String.join(". ", reasons));
  }

  PublicationRefused(String reason) {
    this(List.of(reason));
  }
}
