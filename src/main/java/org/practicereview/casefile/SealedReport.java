package org.practicereview.casefile;

/** Someone asked for something that is under a seal; no one gets it from the service. */
public class SealedReport extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SealedReport() {
    super("The report is sealed. No one gets it from this service, in any form");
  }
}
