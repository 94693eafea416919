package dev.kefu.aftersales.repair;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** What people hand in; each record is the form that its comment names. A field that was hidden is null. */
final class RepairForms {

  private RepairForms() {
  }

  /** repair-check. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record UnitCheck(String product, String serialNumber, LocalDate soldOn, Integer warrantyDays, String faultKind, String proof, boolean customerCaused, boolean openedByOthers) {
  }

  /** repair-way. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Arrangement(String repairWay, LocalDate promisedOn, String district, String address, OffsetDateTime appointment, String receiptNo, boolean overrule, String newPayer,
                     String overruleReason) {
  }

  /** repair-confirm-payer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PayerCheck(String decision, String reason) {
  }

  /** repair-call-customer and repair-work-tell-late. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Delay(LocalDate toldOn, LocalDate newDate, String loan, String loanUnit) {
  }

  /** repair-withdraw. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Withdrawal(String reason, LocalDate returnedOn, String receivedBy) {
  }

  /** repair-dispatch-dispatch. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Assignment(String technician) {
  }

  /** repair-dispatch-accept. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Acceptance(String answer, String reason) {
  }

  /** repair-diagnosis-diagnose. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Diagnosis(String presence, String slipNo, OffsetDateTime newVisit, String cause, String causeCode, String repairable, List<RepairPart.Row> parts, BigDecimal labourHours,
                   BigDecimal travelKm) {

    boolean isInVain() {
      return "absent".equals(presence);
    }
  }

  /** repair-diagnosis-consent. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Consent(String answer, String givenBy) {
  }

  /** repair-work-parts. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PartsSupply(String supply, String orderNo, LocalDate expectedOn) {
  }

  /** repair-work-receive-parts. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PartsReceipt(LocalDate receivedOn) {
  }

  /** repair-work-fix. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Work(String result, String work, List<RepairPart.Row> parts, OffsetDateTime startedAt, OffsetDateTime finishedAt, BigDecimal labourHours) {
  }

  /** repair-work-test and repair-work-test-customer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record TestReport(String testedBy, String verdict, String findings) {
  }

  /** repair-handover-collect. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Collection(String way, LocalDate paidOn, String receiptNo) {
  }

  /** repair-handover-hand-over. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Signature(String customerSign, OffsetDateTime signedAt, String serviceRating, String advice) {
  }

  /** repair-handover-report. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Report(String oldParts, String summary) {
  }
}
