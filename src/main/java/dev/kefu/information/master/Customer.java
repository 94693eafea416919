package dev.kefu.information.master;

import dev.kefu.information.CustomerCard;
import dev.kefu.information.NewCustomer;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A customer's record. Its code never changes; its grade is null until it is first graded. */
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
}
