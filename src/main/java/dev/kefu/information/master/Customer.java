package dev.kefu.information.master;

import dev.kefu.information.CustomerCard;
import dev.kefu.information.CustomerProfile;
import dev.kefu.information.NewCustomer;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A customer's record. Its code never changes; its grade is null until it is first graded. A merged one stays under its number and leads to the customer that survives. */
@Entity
@Table(name = "information_customers")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Customer {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String code;
  private String name;
  private String shortName;
  private String searchName;
  private String kind;
  private String state;
  private String phone;
  private String phoneDigits;
  private String email;
  private String region;
  private String address;
  private String grade;
  private boolean keyAccount;
  @Embedded
  private Credit credit;
  private String owner;
  private boolean consentContact;
  private LocalDate lastContactOn;
  private Integer satisfaction;
  private String source;
  private String party;
  private String licenceNo;
  private String taxNo;
  private String legalRep;
  private LocalDate foundedOn;
  private BigDecimal capital;
  private String postcode;
  private String fax;
  private String website;
  private String trade;
  private String businessScope;
  private Integer staffCount;
  private String bank;
  private String accountNo;
  private String invoiceTitle;
  private String dangerState;
  private String section;
  private String needs;
  private String preferences;
  private String secrecyGrade;
  private int recordVersion = 1;
  private boolean active = true;
  private String mergedInto;
  @ElementCollection
  @CollectionTable(name = "information_customer_contacts", joinColumns = @JoinColumn(name = "customer_id"))
  @OrderColumn(name = "line_no")
  private List<CustomerContact> contacts = new ArrayList<>();
  private Instant createdAt;
  @Version
  private int version;

  Customer(String code, NewCustomer facts, Instant createdAt) {
    this.code = code;
    this.name = facts.customerName().strip();
    this.shortName = facts.shortName();
    this.searchName = SearchText.ofName(name + " " + (shortName == null ? "" : shortName));
    this.kind = facts.kind();
    this.state = facts.state();
    this.phone = facts.phone().strip();
    this.phoneDigits = SearchText.ofPhone(phone);
    this.email = facts.email();
    this.region = facts.region();
    this.address = facts.address();
    this.source = facts.source();
    this.consentContact = facts.consentContact();
    this.credit = Credit.none();
    this.createdAt = createdAt;
  }

  Customer(String code, CustomerData data, Instant createdAt) {
    this.code = code;
    this.credit = Credit.none();
    this.createdAt = createdAt;
    take(data);
  }

  /** Takes over all that people may enter. */
  private void take(CustomerData data) {
    name = data.customerName();
    shortName = data.shortName();
    searchName = SearchText.ofName(name + " " + (shortName == null ? "" : shortName));
    party = data.party();
    kind = data.kind();
    state = data.state();
    licenceNo = data.licenceNo();
    taxNo = data.taxNo();
    legalRep = data.legalRep();
    foundedOn = data.foundedOn() == null ? null : LocalDate.parse(data.foundedOn());
    capital = data.capital() == null ? null : new BigDecimal(data.capital());
    address = data.address();
    postcode = data.postcode();
    region = data.region();
    phone = data.phone();
    phoneDigits = SearchText.ofPhone(phone);
    fax = data.fax();
    email = data.email();
    website = data.website();
    trade = data.trade();
    businessScope = data.businessScope();
    staffCount = data.staffCount();
    bank = data.bank();
    accountNo = data.accountNo();
    invoiceTitle = data.invoiceTitle();
    owner = data.owner();
    section = data.section();
    source = data.source();
    needs = data.needs();
    preferences = data.preferences();
    secrecyGrade = data.secrecyGrade();
    consentContact = Boolean.TRUE.equals(data.consentContact());
    List<CustomerContact> people = data.contacts().stream().map(CustomerContact::new).toList();
    if (!data.contacts().equals(contacts.stream().map(CustomerContact::data).toList())) {
      contacts.clear();
      contacts.addAll(people);
    }
  }

  /** What people may enter, as it stands. */
  CustomerData data() {
    return new CustomerData(name, shortName, party, kind, state, licenceNo, taxNo, legalRep, foundedOn == null ? null : foundedOn.toString(),
        capital == null ? null : capital.toPlainString(), address, postcode, region, phone, fax, email, website, contacts.stream().map(CustomerContact::data).toList(), trade,
        businessScope, staffCount, bank, accountNo, invoiceTitle, owner, section, source, needs, preferences, secrecyGrade, consentContact);
  }

  /** Takes over changed data as the next version of the record; one that was out of use is in use again. */
  void change(CustomerData data) {
    mustStand();
    take(data);
    active = true;
    recordVersion++;
  }

  /** Takes it out of use. */
  void deactivate() {
    active = false;
  }

  /** Leads to another customer from now on. */
  void mergeInto(Customer survivor) {
    mustStand();
    mergedInto = survivor.code;
    active = false;
    recordVersion++;
    survivor.contactedAsWell(this);
  }

  /** A number that leads here leads on. */
  void leadTo(Customer survivor) {
    mergedInto = survivor.code;
  }

  private void contactedAsWell(Customer other) {
    if (other.lastContactOn != null) {
      contacted(other.lastContactOn, other.satisfaction);
    }
    if (grade == null) {
      grade = other.grade;
    }
    keyAccount |= other.keyAccount;
  }

  private void mustStand() {
    if (mergedInto != null) {
      throw new IllegalStateException("Customer " + code + " was merged into " + mergedInto + ".");
    }
  }

  /** Takes over a grade and, for a key account, the employee in charge. */
  void grade(String newGrade, boolean recognisedKeyAccount, String inCharge) {
    grade = newGrade;
    keyAccount = recognisedKeyAccount;
    owner = inCharge;
  }

  /** Takes over a contact, unless a later one is known. */
  void contacted(LocalDate day, Integer howSatisfied) {
    if (lastContactOn != null && lastContactOn.isAfter(day)) {
      return;
    }
    lastContactOn = day;
    if (howSatisfied != null) {
      satisfaction = howSatisfied;
    }
  }

  /** Compared here and not in SQL: the databases differ in which letters they take for equal. */
  boolean isNamed(String otherName) {
    return SearchText.ofName(name).equals(SearchText.ofName(otherName));
  }

  CustomerCard card() {
    return new CustomerCard(code, name, phone, email, grade, keyAccount, owner);
  }

  CustomerProfile profile() {
    return new CustomerProfile(card(), credit.standing(), dangerState, lastContactOn, satisfaction, active);
  }

  /** What the customer and the persons there are recognised by. */
  Stream<String> namingTexts() {
    return Stream.concat(Stream.of(name, shortName, phone, phoneDigits, email, address, licenceNo, taxNo, legalRep, fax, website, accountNo, invoiceTitle),
        contacts.stream().map(CustomerContact::data).flatMap(contact -> Stream.of(contact.name(), contact.phone()))).filter(Objects::nonNull);
  }

  /** Leaves a number that leads to nobody. */
  void anonymise() {
    name = "[erased] " + code;
    searchName = SearchText.ofName(name);
    phone = "-";
    phoneDigits = "-";
    shortName = null;
    email = null;
    address = null;
    licenceNo = null;
    taxNo = null;
    legalRep = null;
    foundedOn = null;
    postcode = null;
    fax = null;
    website = null;
    businessScope = null;
    bank = null;
    accountNo = null;
    invoiceTitle = null;
    needs = null;
    preferences = null;
    consentContact = false;
    active = false;
    contacts.clear();
    recordVersion++;
  }
}
