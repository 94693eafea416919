package dev.kefu.information.master;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What people may enter in a customer's record (form F28), as forms carry it: codes, days as {@code YYYY-MM-DD}, money as text. Nothing is an empty text: what is not known is null.
 *
 * @param party {@code company} or {@code person}
 * @param contacts never null
 * @param owner user id
 * @param consentContact null while nobody was asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CustomerData(String customerName, String shortName, String party, String kind, String state, String licenceNo, String taxNo, String legalRep, String foundedOn,
                           String capital, String address, String postcode, String region, String phone, String fax, String email, String website, List<Contact> contacts,
                           String trade, String businessScope, Integer staffCount, String bank, String accountNo, String invoiceTitle, String owner, String section, String source,
                           String needs, String preferences, String secrecyGrade, Boolean consentContact) {

  /** A customer of whom nothing is known. */
  public static final CustomerData NOTHING = new CustomerData(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
      null, null, null, null, null, null, null, null, null, null, null);

  /** Strips what was typed. */
  public CustomerData {
    customerName = text(customerName);
    shortName = text(shortName);
    licenceNo = text(licenceNo);
    taxNo = text(taxNo);
    legalRep = text(legalRep);
    foundedOn = text(foundedOn);
    capital = text(capital) == null ? null : new BigDecimal(capital.strip()).setScale(2, RoundingMode.HALF_UP).toPlainString();
    address = text(address);
    postcode = text(postcode);
    phone = text(phone);
    fax = text(fax);
    email = text(email);
    website = text(website);
    contacts = contacts == null ? List.of() : List.copyOf(contacts);
    businessScope = text(businessScope);
    bank = text(bank);
    accountNo = text(accountNo);
    invoiceTitle = text(invoiceTitle);
    owner = text(owner);
    needs = text(needs);
    preferences = text(preferences);
  }

  private static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** The same with other contacts. */
  public CustomerData with(List<Contact> others) {
    return new CustomerData(customerName, shortName, party, kind, state, licenceNo, taxNo, legalRep, foundedOn, capital, address, postcode, region, phone, fax, email, website, others,
        trade, businessScope, staffCount, bank, accountNo, invoiceTitle, owner, section, source, needs, preferences, secrecyGrade, consentContact);
  }

  /** Whether it is a company, as far as anybody has said. */
  @JsonIgnore
  public boolean isCompany() {
    return "company".equals(party);
  }

  /**
   * A person at the customer's.
   *
   * @param birthday as {@code YYYY-MM-DD}, or null
   * @param decides whether the person decides what is bought
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Contact(String name, String position, String phone, String birthday, boolean decides) {

    /** Strips what was typed. */
    public Contact {
      name = text(name);
      position = text(position);
      phone = text(phone);
      birthday = text(birthday);
    }
  }
}
