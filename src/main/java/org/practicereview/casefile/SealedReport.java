package org.practicereview.casefile;

/** Somebody asked for something that is under a seal; nobody gets it from the service. */
public class SealedReport extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SealedReport() {
    super("The report is sealed. Nobody gets it from this service, in any form");
  }
}
