package org.practicereview.pages;

import java.util.ArrayList;
import java.util.List;
import org.practicereview.casefile.CaseAccess;
import org.practicereview.partnership.Partnerships;
import org.practicereview.security.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everyone arrives: refer an incident, or sign in. */
@Controller
class HomePage {

  private final CaseAccess access;
  private final Partnerships partnerships;
  private final boolean demonstration;
  private final String password;

  HomePage(
      CaseAccess access,
      Partnerships partnerships,
      @Value("${practice-review.demonstration:false}") boolean demonstration,
      @Value("${practice-review.demonstration-password:}") String password) {
    this.access = access;
    this.partnerships = partnerships;
    this.demonstration = demonstration;
    this.password = password;
  }

  /**
   * A question of a working day.
   *
   * @param address of the page that answers it
   */
  public record Asked(String words, String address) {}

  @GetMapping("/")
  String show(@AuthenticationPrincipal(errorOnInvalidType = false) SignedIn reader, Model page) {
    page.addAttribute("questions", reader == null ? List.of() : questions(reader));
    page.addAttribute("maySearch", reader != null && !reader.tenants().isEmpty());
    page.addAttribute("partnerships", partnerships.all());
    page.addAttribute("demonstration", demonstration);
    page.addAttribute("password", demonstration ? password : "");
    return "pages/home";
  }

  /** What the reader's roles let them ask. */
  private List<Asked> questions(SignedIn reader) {
    List<Asked> asked = new ArrayList<>();
    if (reader.tenants().isEmpty()) {
      return asked;
    }
    boolean watches = !Watched.partnerships(access, reader).isEmpty();
    asked.add(new Asked("What must I do first?", "/my-work"));
    asked.add(
        new Asked(
            "What is late, and whose is it?", watches ? "/my-work?of=all" : "/my-work?of=team"));
    if (OutboxPage.mayRead(reader)) {
      asked.add(new Asked("Which letters have not arrived?", "/outbox"));
    }
    if (!reader.partnershipsAs(WorkPage.RELEASING).isEmpty()) {
      asked.add(new Asked("Who is away soon, and what of theirs is due?", "/people#away"));
    }
    asked.add(new Asked("What happens in a month?", "/calendar"));
    if (watches) {
      asked.add(new Asked("How were dates kept this year?", "/oversight#short"));
      asked.add(new Asked("Where does time go?", "/oversight#time"));
      asked.add(new Asked("Which agencies are late?", "/lists?of=agencies"));
      asked.add(new Asked("Which actions are due, and which are late?", "/lists?of=actions"));
      asked.add(new Asked("What was decided in a finished case, and why?", "/cases?state=closed"));
      asked.add(new Asked("What do we keep learning? Figures for the yearly report", "/learning"));
      asked.add(new Asked("What do we answer to national reviews?", "/national-reviews"));
    }
    return asked;
  }
}
