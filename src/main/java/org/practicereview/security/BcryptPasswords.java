package org.practicereview.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Stores passwords so that guessing them from a stolen database is slow. Bcrypt reads only 72
 * bytes, and the engine appends its own salt to the password, so both are condensed first.
 */
class BcryptPasswords implements PasswordEncryptor {

  private final BCryptPasswordEncoder encoder;

  BcryptPasswords(int strength) {
    encoder = new BCryptPasswordEncoder(strength);
  }

  @Override
  public String encrypt(String password) {
    return encoder.encode(condense(password));
  }

  @Override
  public boolean check(String password, String encrypted) {
    return encoder.matches(condense(password), encrypted);
  }

  @Override
  public String hashAlgorithmName() {
    return "BCRYPT-SHA-256";
  }

  private static String condense(String password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
