package org.practicereview.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

/** Tells whoever starts the demonstration where to go and who to sign in as. */
@InDemonstration
class DemonstrationGreeting {

  private static final Logger log = LoggerFactory.getLogger(DemonstrationGreeting.class);

  private final SecuritySettings settings;

  DemonstrationGreeting(SecuritySettings settings) {
    this.settings = settings;
  }

  @EventListener
  void greet(ApplicationReadyEvent ready) {
    ApplicationContext application = ready.getApplicationContext();
    if (application instanceof WebServerApplicationContext web) {
      String address = "http://localhost:" + web.getWebServer().getPort();
      log.info(
          """

          Practice Review is ready (demonstration, invented people only).

            Refer an incident   {0}/refer
            Tasks               {0}/camunda/app/tasklist/default/
            Cases               {0}/cases
            Oversight           {0}/camunda/app/cockpit/default/
            Administration      {0}/camunda/app/admin/default/

          Sign in as ("sg" South Gloucestershire, "st" Staffordshire, "es" Essex):
            sg-manager      business manager           sg-head         head of safeguarding
            sg-la           partner, local authority   sg-police       partner, police
            sg-health       partner, health            sg-executive    executive
            sg-author-police, sg-approver-police       agency author and approver (also -health, -education ...)
            sg-learning     learning lead
            sg-oversight    manager, in Oversight      admin, modeller administrators

          The password of all of them: {1}
          """
              .replace("{0}", address)
              .replace("{1}", settings.demonstrationPassword()));
    }
  }
}
