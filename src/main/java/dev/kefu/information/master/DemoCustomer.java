package dev.kefu.information.master;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.kefu.information.NewCustomer;

/** A row of {@code demo/customers.csv}. */
@JsonPropertyOrder({"name", "shortName", "kind", "state", "phone", "email", "region", "address", "source", "consentContact", "grade", "keyAccount", "owner"})
record DemoCustomer(String name, String shortName, String kind, String state, String phone, String email, String region, String address,
                    String source, boolean consentContact, String grade, boolean keyAccount, String owner) {

  NewCustomer facts() {
    return new NewCustomer(name, shortName, kind, state, phone, email, region, address, source, consentContact);
  }
}
