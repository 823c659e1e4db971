package org.practicereview.pages;

import java.util.Set;
import java.util.TreeSet;
import org.practicereview.audit.AuditTrail;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.casefile.FileClosed;
import org.practicereview.casefile.SealedReport;
import org.practicereview.forms.PeopleNames;
import org.practicereview.outbox.Installation;
import org.practicereview.outbox.Outbox;
import org.practicereview.refusals.NotThere;
import org.practicereview.refusals.Refused;
import org.practicereview.security.Role;
import org.practicereview.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What all pages share: who is signed in, and what is not there for them. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {

  private final Outbox outbox;
  private final CaseAccess access;
  private final PeopleNames names;
  private final Installation installation;

  PageAdvice(Outbox outbox, CaseAccess access, PeopleNames names, Installation installation) {
    this.installation = installation;
    this.outbox = outbox;
    this.access = access;
    this.names = names;
  }

  /** What people are called whose accounts a page knows. */
  @ModelAttribute("persons")
  PeopleNames persons() {
    return account -> AuditTrail.SYSTEM.equals(account) ? "the service" : names.of(account);
  }

  /** The signed-in user's id for the page's head, or null. */
  @ModelAttribute("signedIn")
  String signedIn(@AuthenticationPrincipal(errorOnInvalidType = false) SignedIn reader) {
    return reader == null ? null : reader.userId();
  }

  /** Where the signed-in user's roles let them go, for the links in the page's head. */
  @ModelAttribute("doors")
  Set<String> doors(@AuthenticationPrincipal(errorOnInvalidType = false) SignedIn reader) {
    Set<String> doors = new TreeSet<>();
    if (reader != null) {
      boolean models = reader.is(Role.MODEL_ADMINISTRATOR);
      boolean system = reader.is(Role.SYSTEM_ADMINISTRATOR);
      if (!system) {
        doors.add("tasklist");
      }
      if (!Watched.partnerships(access, reader).isEmpty()) {
        doors.add("oversight");
      }
      if (OutboxPage.mayRead(reader)) {
        doors.add("outbox");
      }
      if (models || system) {
        doors.add("bank-holidays");
      }
      if (ModelsPage.mayRead(reader)) {
        doors.add("models");
      }
      if (models || system || reader.is(Role.MANAGER)) {
        doors.add("cockpit");
      }
      if (system) {
        doors.add("admin");
      }
    }
    return doors;
  }

  /** How much mail the reader has to see to; 0 for those who may not. */
  @ModelAttribute("stuckMail")
  int stuckMail(@AuthenticationPrincipal(errorOnInvalidType = false) SignedIn reader) {
    return reader == null ? 0 : outbox.stuckIn(OutboxPage.acting(reader));
  }

  /** What an administrator has to know of the database: it is a copy, or may be one; or nothing. */
  @ModelAttribute("database")
  String database(@AuthenticationPrincipal(errorOnInvalidType = false) SignedIn reader) {
    return reader == null || !reader.is(Role.SYSTEM_ADMINISTRATOR)
        ? Installation.State.OWN.name()
        : installation.state().name();
  }

  /** What is under a seal opens for no one, by whatever page it is asked for. */
  @ExceptionHandler(SealedReport.class)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  String sealed() {
    return "pages/sealed";
  }

  /** A file that is infected, or waits for the virus scanner, opens for no one either. */
  @ExceptionHandler(FileClosed.class)
  @ResponseStatus(HttpStatus.FORBIDDEN)
  String closed() {
    return "pages/file-closed";
  }

  /** What could not be done, where the page that was used does not say it itself. */
  @ExceptionHandler(Refused.class)
  @ResponseStatus(HttpStatus.CONFLICT)
  String refused(Refused why, Model page) {
    page.addAttribute("why", why.getMessage());
    return "pages/refused";
  }

  @ExceptionHandler(NotThere.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notThere() {
    return "error/404";
  }
}
