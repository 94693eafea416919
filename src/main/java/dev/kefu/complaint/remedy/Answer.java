package dev.kefu.complaint.remedy;

/** What the customer said when a branch was carried out; every form of such a step asks for it. */
interface Answer {

  /** Code of the BPMN error with which a refusal leaves the step. */
  String REFUSED_BY_CUSTOMER = "refusedByCustomer";

  /** {@code accepted} or {@code refused}. */
  String reply();

  /** The customer's words; absent unless refused. */
  String refusalReason();

  default boolean isRefused() {
    return "refused".equals(reply());
  }
}
