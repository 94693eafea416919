package dev.kefu.tasklist.overview;

import dev.kefu.engine.CaseStory.Event;
import dev.kefu.engine.CaseStory.Fact;
import dev.kefu.engine.CaseStory.CaseLine;
import dev.kefu.engine.CaseStory.Page;
import java.util.List;

/**
 * A case as people who work on it look at it. Moments are date and time in the department's time zone, ready to be read.
 *
 * @param startedBy name of the person; null when nobody started it
 * @param endedAt null while it runs
 * @param customerName null while the case knows no customer
 * @param customerGrade as the case knows it; null for none
 * @param customer from the register of customers; null for a case without a customer, and for whoever may not read the register
 * @param sheets what the forms said
 * @param path the latest events
 */
record CaseOverview(String caseNumber, String procedure, String startedBy, String startedAt, String endedAt, String customerName, String customerGrade, CustomerView customer,
                    List<SheetView> sheets, Page<EventView> path) {

  /**
   * A customer for whoever may read the register.
   *
   * @param owner name of the employee in charge; null for nobody
   * @param dangerState null for a customer who is not on the danger list
   * @param lastContactOn null for never
   * @param satisfaction 1 to 5; null when never asked
   * @param inUse false when the record is out of use
   * @param creditReadable whether the person may read credit at all
   * @param credit null for a customer who was never rated, and for whoever may not read it
   * @param openCases those that the person may read
   * @param contacts the latest ones
   */
  record CustomerView(String code, String name, String grade, boolean keyAccount, String owner, String dangerState, String lastContactOn, Integer satisfaction, boolean inUse,
                      boolean creditReadable, CreditView credit, Page<OpenCaseView> openCases, List<ContactView> contacts) {
  }

  /**
   * How far the customer may buy on credit.
   *
   * @param limit in yuan, grouped and ready to be read
   * @param validUntil last day of the rating
   */
  record CreditView(String grade, String limit, int termDays, boolean frozen, String validUntil) {
  }

  /**
   * A contact with the customer.
   *
   * @param result null where nothing is kept, and for whoever may not read the case
   * @param caseNumber null for whoever may not read the case
   */
  record ContactView(String day, String what, String result, String caseNumber) {
  }

  /** See {@link CaseLine}. */
  record OpenCaseView(String caseNumber, String procedure, String standsAt, String startedAt, String due) {
  }

  /** See {@link dev.kefu.engine.CaseStory.Sheet}. */
  record SheetView(String title, String procedure, List<Fact> facts) {
  }

  /** See {@link Event}; {@code kind} in lower case. */
  record EventView(String name, String procedure, String kind, String startedAt, String endedAt, String by, String onBehalfOf, String note) {
  }
}
