package org.practicereview.pages;

import org.practicereview.partnership.Partnerships;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody arrives: refer an incident, or sign in. */
@Controller
class HomePage {

  private final Partnerships partnerships;
  private final boolean demonstration;

  HomePage(
      Partnerships partnerships,
      @Value("${practice-review.demonstration:false}") boolean demonstration) {
    this.partnerships = partnerships;
    this.demonstration = demonstration;
  }

  @GetMapping("/")
  String show(Model page) {
    page.addAttribute("partnerships", partnerships.all());
    page.addAttribute("demonstration", demonstration);
    return "pages/home";
  }
}
