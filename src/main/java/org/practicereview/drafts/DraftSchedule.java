package org.practicereview.drafts;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Takes away old drafts every hour; they are given to no one before that. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DraftSchedule {

  private final FormDrafts drafts;
  private final ReferralDrafts referrals;

  DraftSchedule(FormDrafts drafts, ReferralDrafts referrals) {
    this.drafts = drafts;
    this.referrals = referrals;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
  void forgetOld() {
    drafts.forgetOld();
    referrals.forgetOld();
  }
}
