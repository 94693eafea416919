package dev.kefu.history.lists;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What somebody looks for among the cases of a process; what is null or blank lets everything through.
 *
 * @param version of the process; all without one
 * @param state whether it still runs
 * @param number a case number, or its beginning
 * @param customer a customer's code, or a part of the name
 * @param person user id of whoever started it or did a step
 * @param activity element id of a step that it came to; of cases that run: at which it stands
 * @param from first day on which it started
 * @param to last day on which it started
 * @param sort what decides the order
 * @param descending the other way round
 * @param page counted from 0
 */
record CaseSearch(Integer version, State state, String number, String customer, String person, String activity,
                  @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to, Sort sort,
                  Boolean descending, Integer page) {

  /** Nobody reads so far; whoever wants to asks more precisely. */
  static final int LAST_PAGE = 400;

  CaseSearch {
    sort = sort == null ? Sort.started : sort;
    descending = descending == null ? Boolean.TRUE : descending;
    page = page == null ? Integer.valueOf(0) : Integer.valueOf(Math.min(Math.max(page, 0), LAST_PAGE));
    number = trimmed(number);
    customer = trimmed(customer);
    person = trimmed(person);
    activity = trimmed(activity);
  }

  private static String trimmed(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Named as in the address. */
  enum State { running, overdue, finished, cancelled }

  /** Named as in the address. */
  enum Sort {

    started("p.START_TIME_"), ended("p.END_TIME_"), number("p.BUSINESS_KEY_"), duration("p.DURATION_");

    private final String column;

    Sort(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }
}
