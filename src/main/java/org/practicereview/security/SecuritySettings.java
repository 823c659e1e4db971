package org.practicereview.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about its security.
 *
 * @param demonstration whether invented users and cases are set up; never with real cases
 * @param demonstrationPassword the password of all invented users
 * @param passwordStrength work factor of stored passwords, 4 to 31; each step doubles the work
 * @param administrator the first administrator, created if absent; unused in demonstration mode
 */
@ConfigurationProperties("practice-review")
record SecuritySettings(
    @DefaultValue("false") boolean demonstration,
    @DefaultValue("practice-review") String demonstrationPassword,
    @DefaultValue("12") int passwordStrength,
    @DefaultValue Administrator administrator) {

  /**
   * The first administrator.
   *
   * @param id user id
   * @param password from the environment of the installation
   * @param email where the service writes when a case stands still; empty if nowhere
   */
  record Administrator(
      @DefaultValue("admin") String id,
      @DefaultValue("") String password,
      @DefaultValue("") String email) {}
}
