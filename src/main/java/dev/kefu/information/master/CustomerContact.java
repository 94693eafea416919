package dev.kefu.information.master;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** A person at the customer's. */
@Embeddable
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CustomerContact {

  private String name;
  private String position;
  private String phone;
  private LocalDate birthday;
  private boolean decides;

  CustomerContact(CustomerData.Contact contact) {
    name = contact.name();
    position = contact.position();
    phone = contact.phone();
    birthday = contact.birthday() == null ? null : LocalDate.parse(contact.birthday());
    decides = contact.decides();
  }

  CustomerData.Contact data() {
    return new CustomerData.Contact(name, position, phone, birthday == null ? null : birthday.toString(), decides);
  }
}
