package dev.kefu.notification.outbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/** What counts as a mail address here: one plain address, without a name, a list or anything that could become a header. */
final class MailAddress {

  private static final int LONGEST = 254;

  private MailAddress() {
  }

  /** The stored text as an address; empty when it is none. */
  static Optional<String> of(String stored) {
    if (stored == null || stored.length() > LONGEST || !stored.matches("[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@]+@[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@]+")) {
      return Optional.empty();
    }
    try {
      new InternetAddress(stored, true).validate();
      return Optional.of(stored);
    } catch (AddressException e) {
      return Optional.empty();
    }
  }
}
