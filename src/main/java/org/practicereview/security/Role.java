package org.practicereview.security;

import org.practicereview.partnership.Partnership;
import org.practicereview.partnership.RoleGroups;

/**
 * The roles people work in. Models name them; each is a group of the engine in every partnership,
 * see {@link RoleGroups}.
 */
public enum Role {
  HEAD_OF_SAFEGUARDING("head-of-safeguarding", "Head of safeguarding"),
  BUSINESS_MANAGER("business-manager", "Business manager"),
  LOCAL_AUTHORITY_PARTNER(
      "safeguarding-partner-local-authority", "Safeguarding partner: local authority"),
  POLICE_PARTNER("safeguarding-partner-police", "Safeguarding partner: police"),
  HEALTH_PARTNER("safeguarding-partner-health", "Safeguarding partner: health"),
  EXECUTIVE("executive", "Executive"),
  SUB_GROUP("sub-group", "Sub-group"),
  LEAD_REVIEWER("lead-reviewer", "Lead reviewer"),
  REVIEW_TEAM_MEMBER("review-team-member", "Review team member"),
  RAPID_REVIEW_AUTHOR("rapid-review-author", "Rapid review author in an agency"),
  COMMUNICATIONS("communications", "Communications"),
  LEARNING_LEAD("learning-lead", "Learning lead"),
  MANAGER("manager", "Manager with oversight"),
  MODEL_ADMINISTRATOR("model-administrator", "Model administrator"),
  SYSTEM_ADMINISTRATOR("camunda-admin", "System administrator"),
  AUDITOR("auditor", "Auditor and data protection");

  private final String id;
  private final String title;

  Role(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The role as models name it. */
  public String id() {
    return id;
  }

  /** Whether the role belongs to the installation and not to a partnership. */
  public boolean isEverywhere() {
    return RoleGroups.EVERYWHERE.contains(id);
  }

  /** Readable name. */
  public String title() {
    return title;
  }

  /** Readable name of the role in a partnership, in its words. */
  public String title(Partnership partnership) {
    return partnership.words().in(title) + " (" + partnership.shortName() + ")";
  }
}
