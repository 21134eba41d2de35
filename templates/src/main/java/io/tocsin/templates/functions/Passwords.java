package io.tocsin.templates.functions;

import static io.tocsin.templates.golang.GoType.STRING;
import static io.tocsin.templates.golang.GoType.UINT32;

import io.tocsin.templates.golang.GoStrings;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Hashed and derived passwords. Each takes a good part of a second, on purpose. */
final class Passwords {
  private static final int COST = 10;
  private static final int SALT = 16;
  private static final int LONGEST = 72;

  private Passwords() {}

  static void addTo(Chapter chapter, SecureRandom random) {
    chapter
        .add("bcrypt", STRING, a -> bcrypt(Args.text(a, 0), random), STRING)
        .add(
            "htpasswd",
            STRING,
            a -> htpasswd(Args.text(a, 0), Args.text(a, 1), random),
            STRING,
            STRING)
        .add(
            "derivePassword",
            STRING,
            a ->
                MasterPassword.derive(
                    Args.integer(a, 0),
                    Args.text(a, 1),
                    Args.text(a, 2),
                    Args.text(a, 3),
                    Args.text(a, 4)),
            UINT32,
            STRING,
            STRING,
            STRING,
            STRING);
  }

  private static String bcrypt(String password, SecureRandom random) {
    byte[] bytes = GoStrings.bytes(password);
    if (bytes.length > LONGEST) {
      return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
    }
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return OpenBSDBCrypt.generate("2a", bytes, salt, COST);
  }

  private static String htpasswd(String user, String password, SecureRandom random) {
    return user.contains(":") ? "invalid username: " + user : user + ":" + bcrypt(password, random);
  }
}
