package dev.kefu.information.master;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;

/** One field of a customer's record that was changed; never changed itself. */
@Entity
@Immutable
@Table(name = "information_customer_changes")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CustomerChange {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String customerCode;
  private int recordVersion;
  private String operation;
  private String field;
  private String beforeValue;
  private String afterValue;
  private String reason;
  private String caseNumber;
  private String reportedBy;
  private String enteredBy;
  private String checkedBy;
  private Instant changedAt;

  CustomerChange(String customerCode, int recordVersion, ChangeOrigin origin, FieldChange change, Instant changedAt) {
    this.customerCode = customerCode;
    this.recordVersion = recordVersion;
    this.operation = origin.operation();
    this.field = change.field();
    this.beforeValue = change.before();
    this.afterValue = change.after();
    this.reason = origin.reason();
    this.caseNumber = origin.caseNumber();
    this.reportedBy = origin.reportedBy();
    this.enteredBy = origin.enteredBy();
    this.checkedBy = origin.checkedBy();
    this.changedAt = changedAt;
  }
}
