package org.practicereview.pages;

import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everyone arrives: refer an incident, or sign in. */
@Controller
class HomePage {

  private final Partnerships partnerships;
  private final boolean demonstration;
  private final String password;

  HomePage(
      Partnerships partnerships,
      @Value("${practice-review.demonstration:false}") boolean demonstration,
      @Value("${practice-review.demonstration-password:}") String password) {
    this.partnerships = partnerships;
    this.demonstration = demonstration;
    this.password = password;
  }

  @GetMapping("/")
  String show(Model page) {
    page.addAttribute("partnerships", partnerships.all());
    page.addAttribute("demonstration", demonstration);
    page.addAttribute("password", demonstration ? password : "");
    return "pages/home";
  }
}
