package dev.kefu.engine;

/** Plain process variables that mean the same in every process. The case number is not one of them: it is the business key. */
public final class CaseVariables {

  /** User id of the person who started the case; set by the engine module at the start, absent when no person did. */
  public static final String STARTER = "starter";

  /** User id of the person in charge of the case, beside the starter; absent while nobody is. */
  public static final String OWNER = "owner";

  /** Code of the customer the case is about. */
  public static final String CUSTOMER_CODE = "customerCode";

  /** Name of that customer, for cards and headings. */
  public static final String CUSTOMER_NAME = "customerName";

  /** Grade of that customer ({@code A} to {@code D}), for cards. */
  public static final String CUSTOMER_GRADE = "customerGrade";

  /** Grade of the matter itself, where its process has one; deadlines go by it before the customer's grade. */
  public static final String SEVERITY = "severity";

  /** Computed when a form is read, never stored: the facts that the form shows, with codes as labels, dates and money formatted; {@code shown.caseNumber} is the case number. */
  public static final String SHOWN = "shown";

  private CaseVariables() {
  }
}
