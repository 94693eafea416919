package dev.kefu.tasklist.filters;

/** Properties of a stored filter that narrow it for the person who opens it, and their values. */
final class FilterProperties {

  /** Whose tasks the filter shows: {@link #MINE}, {@link #GROUPS} or {@link #SECTION}. */
  static final String WHOSE = "kefuWhose";

  /** Assigned to me. */
  static final String MINE = "mine";

  /** Nobody's yet, and offered to me or one of my groups. */
  static final String GROUPS = "groups";

  /** Those of the candidate groups that stand in the filter, assigned ones too, as far as I may read them. */
  static final String SECTION = "section";

  /** Which deadlines the filter shows: {@link #TODAY} or {@link #OVERDUE}; absent for all. */
  static final String DUE = "kefuDue";

  /** Still to come, and before midnight in the department's time zone. */
  static final String TODAY = "today";

  /** Already passed. */
  static final String OVERDUE = "overdue";

  private FilterProperties() {
  }
}
